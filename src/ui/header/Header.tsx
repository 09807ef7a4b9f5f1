import { type ReactNode, useSyncExternalStore } from 'react';
import type { Language } from '../../formula/text.ts';
import { present } from '../../state/presentation.ts';
import { preferences } from '../../state/preferences.ts';
import { canRedo, canUndo, history, redo, undo } from '../../state/store.ts';
import { IconButton } from '../IconButton.tsx';
import { useTheme } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { Navigation } from './Navigation.tsx';

interface Props {
  onShare(): void;
  onShortcuts(): void;
}

const languages: readonly { id: Language; tag: string; short: string; name: string }[] = [
  { id: 'zh', tag: 'zh-CN', short: '中', name: '中文' },
  { id: 'en', tag: 'en', short: 'EN', name: 'English' },
];

function LanguageSwitch(): ReactNode {
  const current = useLanguage();
  const { header } = useText();
  return (
    <div className="languages" role="group" aria-label={header.language}>
      {languages.map(({ id, tag, short, name }) => (
        <button
          key={id}
          type="button"
          lang={tag}
          aria-pressed={id === current}
          aria-label={name.startsWith(short) ? name : `${short}, ${name}`}
          title={name}
          onClick={() => preferences.setState({ language: id })}
        >
          {short}
        </button>
      ))}
    </div>
  );
}

/** The name of the page, and what is true of the whole page. */
export function Header({ onShare, onShortcuts }: Props): ReactNode {
  const { brand, brandOther, classroom, header } = useText();
  const theme = useTheme();
  const past = useSyncExternalStore(history.subscribe, canUndo);
  const future = useSyncExternalStore(history.subscribe, canRedo);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <header className="header">
      <h1>
        {brand} <span>{brandOther}</span>
      </h1>
      <Navigation />
      <div className="header-tools">
        <IconButton icon="undo" label={header.undo} shortcut="Ctrl+Z" disabled={!past} onClick={undo} />
        <IconButton icon="redo" label={header.redo} shortcut="Ctrl+Shift+Z" disabled={!future} onClick={redo} />
        <LanguageSwitch />
        <IconButton
          icon={theme === 'dark' ? 'sun' : 'moon'}
          label={theme === 'dark' ? header.toLight : header.toDark}
          onClick={() => preferences.setState({ theme: other })}
        />
        <button type="button" className="text-button present" title={`${classroom.presentNote} (P)`} onClick={present}>
          {classroom.present}
        </button>
        <button type="button" className="text-button" onClick={onShare}>
          {header.share}
        </button>
        <button
          type="button"
          className="text-button"
          aria-label={header.shortcuts}
          title={`${header.shortcuts} (?)`}
          onClick={onShortcuts}
        >
          ?
        </button>
      </div>
    </header>
  );
}
