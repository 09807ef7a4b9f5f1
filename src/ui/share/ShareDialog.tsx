import { type ReactNode, useId, useRef, useState } from 'react';
import type { Problem } from '../../state/problem.ts';
import { dismissProblems, sceneStore } from '../../state/store.ts';
import { Dialog } from '../Dialog.tsx';
import { fileNameOf, save } from '../export/files.ts';
import { TakeAway } from '../export/TakeAway.tsx';
import type { Taker } from '../export/taker.ts';
import { RecordPart } from '../lessons/RecordPart.tsx';
import { Sentences } from '../notice/Sentences.tsx';
import { OpenFile } from '../OpenFile.tsx';
import { useScene } from '../useScene.ts';
import { useText } from '../useText.ts';
import { copy, jsonOf, linkTo } from './exportScene.ts';
import { importFile, importText, jsonFiles } from './importText.ts';
import { showOpened } from './showOpened.ts';
import { ShowLink } from './ShowLink.tsx';

interface Props {
  onClose(): void;
  /** Absent where there is no picture to take. */
  taker: Taker | undefined;
}

/** The scene as a link and as a file, out and in; and what it shows, to take away. */
export function ShareDialog({ onClose, taker }: Props): ReactNode {
  const scene = useScene((whole) => whole);
  const { share } = useText();
  const [said, setSaid] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>();
  const [text, setText] = useState('');
  const link = useRef<HTMLInputElement>(null);
  const ids = { link: useId(), text: useId() };

  const show = (found: readonly Problem[], before: unknown): void => {
    const isOpened = sceneStore.getState().scene !== before;
    dismissProblems();
    setProblems(found);
    setSaid(isOpened ? (found.length === 0 ? share.opened : share.openedPartly) : '');
    if (!isOpened) return;
    if (found.length === 0) setText('');
    showOpened();
  };
  const take = (work: () => readonly Problem[] | Promise<readonly Problem[]>): void => {
    const before = sceneStore.getState().scene;
    void Promise.resolve(work()).then((found) => show(found, before));
  };
  // Such a page has an address on this computer alone.
  const isFile = window.location.protocol === 'file:';
  const address = linkTo(scene, window.location.href);
  const copyText = async (what: string): Promise<void> => setSaid((await copy(what)) ? share.copied : share.notCopied);
  const copyLink = async (): Promise<void> => {
    setProblems(undefined);
    link.current?.select();
    await copyText(address);
  };

  return (
    <Dialog title={share.title} onClose={onClose}>
      <section className="share-part">
        <label htmlFor={ids.link}>{share.link}</label>
        <div className="share-row">
          <input
            ref={link}
            id={ids.link}
            type="text"
            readOnly
            value={address}
            onFocus={(event) => event.target.select()}
          />
          <button type="button" className="button primary" onClick={() => void copyLink()}>
            {share.copy}
          </button>
        </div>
        <p className="note">{isFile ? share.linkFile : share.linkNote}</p>
      </section>
      {!isFile && <ShowLink link={address} onCopy={(text) => void copyText(text)} />}
      <section className="share-part">
        <h3>{share.file}</h3>
        <div className="share-row">
          <button
            type="button"
            className="button"
            onClick={() => save(fileNameOf(scene, '', 'json'), new Blob([jsonOf(scene)], { type: 'application/json' }))}
          >
            {share.download}
          </button>
          <OpenFile className="button" accept={jsonFiles} onFile={(chosen) => take(() => importFile(chosen))}>
            {share.open}
          </OpenFile>
        </div>
        <p className="note">{share.dropped}</p>
      </section>
      <section className="share-part">
        <label htmlFor={ids.text}>{share.paste}</label>
        <textarea
          id={ids.text}
          rows={4}
          spellCheck={false}
          placeholder={share.pasteHint}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <div className="share-row">
          <button type="button" className="button" onClick={() => take(() => importText(text))}>
            {share.use}
          </button>
        </div>
      </section>
      <RecordPart say={setSaid} />
      <TakeAway taker={taker} />
      <div className="share-said" role="status">
        {said !== '' && <p>{said}</p>}
        {problems !== undefined && problems.length > 0 && <Sentences problems={problems} />}
      </div>
    </Dialog>
  );
}
