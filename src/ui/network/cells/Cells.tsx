import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { sightShape } from '../../../state/network/sights.ts';
import { labStore } from '../../../state/network/store.ts';
import { ruleIn } from '../../../state/rule.ts';
import { runnersIn } from '../../../state/settings.ts';
import { useScene, useTheme } from '../../useScene.ts';
import { useLanguage, useText } from '../../useText.ts';
import './cells.css';
import { Cell } from './Cell.tsx';
import { classColour } from './palette.ts';

/** Six networks side by side, and what their colours mean. */
export function Cells(): ReactNode {
  const runners = useScene(runnersIn);
  const { lab, board } = useText();
  const language = useLanguage();
  const { fault } = useStore(labStore, ({ samples }) => samples);
  const failure = useStore(labStore, (state) => state.failure);
  const ids = runners.map(({ id }) => id);
  if (runners.length === 0) return <p className="cells-said note">{board.none}</p>;
  if (fault !== undefined) return <p className="cells-said problem">{fault[language]}</p>;
  return (
    <>
      <ul className="cells" data-count={Math.min(runners.length, 9)}>
        {runners.map((runner) => (
          <li key={runner.id}>
            <Cell id={runner.id} rule={ruleIn(runner, runners)} ids={ids} />
          </li>
        ))}
      </ul>
      {failure !== undefined && <p className="problem">{lab.failed(failure)}</p>}
      <Key />
    </>
  );
}

/** What discs, rings and colours are. */
function Key(): ReactNode {
  const { lab } = useText();
  const theme = useTheme();
  const data = useStore(labStore, ({ samples }) => samples.data);
  if (data === undefined) return <p className="cells-key">{lab.loading}</p>;
  const shape = sightShape(data);
  if (shape === 'samples')
    return (
      <p className="cells-key">
        {data.side !== undefined ? lab.keyImages : data.classes.length > 0 ? lab.keyConfusion : lab.keyAgainst}
      </p>
    );
  return (
    <ul className="cells-key">
      {data.classes.length <= 10 &&
        data.classes.map((name, label) => (
          <li key={name}>
            <span className="key-class" style={{ background: classColour(theme, label) }} aria-hidden="true" />
            {lab.className(name)}
          </li>
        ))}
      <li>
        <span className="key-disc" aria-hidden="true" />
        {lab.train}
      </li>
      <li>
        <span className="key-disc" data-ring aria-hidden="true" />
        {lab.validation}
      </li>
    </ul>
  );
}
