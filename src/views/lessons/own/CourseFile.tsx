import { type ReactNode, useState } from 'react';
import { excessOf } from '../../../state/link.ts';
import { save } from '../../../ui/export/files.ts';
import { OpenFile } from '../../../ui/OpenFile.tsx';
import { copy, jsonOf, linkTo } from '../../../ui/share/exportScene.ts';
import { importFile, jsonFiles } from '../../../ui/share/importText.ts';
import { useText } from '../../../ui/useText.ts';

interface Props {
  course: object;
  isEmpty: boolean;
  onSay(sentence: string): void;
}

/** Lessons out as a file or a link, and in as a file. */
export function CourseFile({ course, isEmpty, onSay }: Props): ReactNode {
  const { own, share } = useText();
  /** A link that the browser did not let onto the clipboard, to be selected by hand. */
  const [uncopied, setUncopied] = useState<string>();
  const copyLink = async (): Promise<void> => {
    const excess = excessOf(course);
    if (excess !== undefined) return onSay(own.tooLong(excess.length, excess.limit));
    const link = linkTo(course, window.location.href);
    const isCopied = await copy(link);
    setUncopied(isCopied ? undefined : link);
    onSay(isCopied ? share.copied : share.notCopied);
  };
  return (
    <>
      {!isEmpty && (
        <>
          <button
            type="button"
            className="button"
            onClick={() => save('downhill-lessons.json', new Blob([jsonOf(course)], { type: 'application/json' }))}
          >
            {own.save}
          </button>
          <button type="button" className="button" onClick={() => void copyLink()}>
            {own.copyLink}
          </button>
        </>
      )}
      {uncopied !== undefined && (
        <input
          className="own-link"
          type="text"
          readOnly
          aria-label={share.link}
          value={uncopied}
          onFocus={({ target }) => target.select()}
        />
      )}
      <OpenFile className="button" accept={jsonFiles} onFile={(chosen) => void importFile(chosen)}>
        {own.open}
      </OpenFile>
    </>
  );
}
