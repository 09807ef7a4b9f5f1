import type { ReactNode } from 'react';
import { ruleIn } from '../../state/rule.ts';
import { useRuns, useScene } from '../useScene.ts';
import { useText } from '../useText.ts';
import { Place } from './Place.tsx';

/** All runs in a fixed order: who leads, how low each is, and who has arrived or gone astray. */
export function Leaderboard(): ReactNode {
  const runs = useRuns();
  const { optimizers, solo } = useScene(({ optimizers, solo }) => ({ optimizers, solo }));
  const { board } = useText();
  const listed = optimizers.filter(({ id }) => runs.some((run) => run.id === id));
  return (
    <section className="board" aria-label={board.region}>
      {listed.length === 0 && <p className="note">{board.none}</p>}
      <ul>
        {listed.map((runner) => (
          <li key={runner.id}>
            <Place id={runner.id} rule={ruleIn(runner, optimizers)} solo={solo} />
          </li>
        ))}
      </ul>
    </section>
  );
}
