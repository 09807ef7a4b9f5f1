import './data.css';
import { type ReactNode, useEffect, useRef } from 'react';
import { forbes } from '../../../surfaces/data/forbes.ts';
import { hasOwnData } from '../../state/scene.ts';
import { settle } from '../../state/store.ts';
import { DomainFields } from '../editor/DomainFields.tsx';
import { focusEnd } from '../editor/focusEnd.ts';
import { OpenFile } from '../OpenFile.tsx';
import { useScene } from '../useScene.ts';
import { useText } from '../useText.ts';
import { FormChoices } from './FormChoices.tsx';
import { printedRows } from './recipes.ts';
import { ScatterPlot } from './ScatterPlot.tsx';
import { TableField } from './TableField.tsx';
import { takeFile, takeText } from './taken.ts';

/** A surface from rows of one's own: pasted, opened or dropped, with the rows as a picture beside it. */
export function DataEditor(): ReactNode {
  const surface = useScene((scene) => scene.surface);
  const { data } = useText();
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => focusEnd(text.current), []);
  return (
    <div className="data-editor">
      <TableField ref={text} />
      <div className="data-sources">
        <OpenFile
          className="chip"
          accept=".csv,.tsv,.txt,.dat,text/csv,text/plain,text/tab-separated-values"
          onFile={(chosen) => void takeFile(chosen)}
        >
          {data.open}
        </OpenFile>
        <button
          type="button"
          className="chip"
          onClick={() => {
            settle();
            takeText(printedRows(forbes));
          }}
        >
          {data.example}
        </button>
      </div>
      {hasOwnData(surface) && (
        <>
          <ScatterPlot rows={surface.data} />
          <FormChoices surface={surface} />
          <DomainFields />
        </>
      )}
    </div>
  );
}
