import type { CSSProperties, ReactNode } from 'react';
import { lastStep } from '../../engine/run.ts';
import { changedRows } from '../../state/interventions.ts';
import { ruleIn } from '../../state/rule.ts';
import { runnersIn } from '../../state/settings.ts';
import { useRunsState, useTheme } from '../useScene.ts';

/** A tick on the scrub bar for every row at which an optimizer was changed, in its colour; those of one row share its height. */
export function ChangeTicks(): ReactNode {
  const { scene, runs } = useRunsState();
  const theme = useTheme();
  const length = Math.max(1, ...runs.map(lastStep));
  const ticks = runnersIn(scene).flatMap((runner) => {
    const colour = ruleIn(runner, scene.optimizers).mark[theme];
    return changedRows(scene, runner.id).map((row) => ({ id: runner.id, row, colour }));
  });
  if (ticks.length === 0) return null;
  const places = new Map<number, number>();
  for (const { row } of ticks) places.set(row, (places.get(row) ?? 0) + 1);
  const used = new Map<number, number>();
  return (
    <span className="change-ticks" aria-hidden="true">
      {ticks
        .filter(({ row }) => row <= length)
        .map(({ id, row, colour }) => {
          const place = used.get(row) ?? 0;
          used.set(row, place + 1);
          const style = { '--at': row / length, '--place': place, '--of': places.get(row), '--ink': colour };
          return <i key={`${id} ${row}`} data-run={id} data-row={row} style={style as CSSProperties} />;
        })}
    </span>
  );
}
