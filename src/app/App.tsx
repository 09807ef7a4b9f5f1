import { type ReactNode, useCallback, useState } from 'react';
import { pictureTaker } from '../scene/picture/taker.ts';
import { playback } from '../state/playback.ts';
import { Clock } from '../ui/Clock.tsx';
import { Header } from '../ui/header/Header.tsx';
import { LessonBar } from '../ui/lessons/LessonBar.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Notice } from '../ui/notice/Notice.tsx';
import { Presenting } from '../ui/present/Presenting.tsx';
import { Handout } from '../ui/print/Handout.tsx';
import { DropTarget } from '../ui/share/DropTarget.tsx';
import { ShareDialog } from '../ui/share/ShareDialog.tsx';
import { Shortcuts } from '../ui/Shortcuts.tsx';
import { ShortcutSheet } from '../ui/ShortcutSheet.tsx';
import { useText } from '../ui/useText.ts';
import { Views } from './Views.tsx';

type Opened = 'share' | 'shortcuts' | undefined;

/** The page: the view, what surrounds it, and the dialogs. */
export function App(): ReactNode {
  const text = useText();
  const [opened, setOpened] = useState<Opened>();
  const close = useCallback(() => setOpened(undefined), []);
  const openShortcuts = useCallback(() => setOpened('shortcuts'), []);
  return (
    <>
      <a className="skip" href="#controls" onClick={focusControls}>
        {text.skip}
      </a>
      <Header onShare={() => setOpened('share')} onShortcuts={openShortcuts} />
      <Views />
      <LessonBar />
      <Notice />
      <LiveRegion />
      <Clock playback={playback} />
      <DropTarget />
      <Presenting />
      <Handout taker={pictureTaker} />
      <Shortcuts onSheet={openShortcuts} />
      {opened === 'share' && <ShareDialog onClose={close} taker={pictureTaker()} />}
      {opened === 'shortcuts' && <ShortcutSheet onClose={close} />}
    </>
  );
}

/** The hash is the scene's, so that the link moves the focus by itself. */
const focusControls = (event: { preventDefault(): void }): void => {
  event.preventDefault();
  document.querySelector<HTMLElement>('main:not([inert]) :is(.panel, .map-bar)')?.focus();
};
