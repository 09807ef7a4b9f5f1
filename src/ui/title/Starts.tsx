import type { ReactNode, Ref } from 'react';
import { axisNumber } from '../axisNumber.ts';
import { change } from '../../state/store.ts';
import { surfaceIn } from '../../state/surface.ts';
import { showRace } from '../motion.ts';
import { NumberField } from '../slider/NumberField.tsx';
import { useScene } from '../useScene.ts';
import { useText } from '../useText.ts';
import { withStart } from '../panel/recipes.ts';

const anywhere = { least: -Infinity, most: Infinity, whole: false };

/** Where the race starts: typed, or one of the surface's instructive places; and what is to be said of it. */
export function Starts({ ref, children }: { ref: Ref<HTMLDivElement>; children?: ReactNode }): ReactNode {
  const { starts } = useScene(surfaceIn);
  const [x, y] = useScene(({ start }) => start);
  const { title } = useText();
  const go = (nextX: number, nextY: number): void => {
    change(withStart(nextX, nextY));
    showRace();
  };
  return (
    <div ref={ref} className="starts" role="group" aria-label={title.start}>
      <span className="starts-label">{title.start}</span>
      <span className="starts-typed">
        <NumberField name={title.startX} value={x} limits={anywhere} onCommit={(value) => go(value, y)} />
        <NumberField name={title.startY} value={y} limits={anywhere} onCommit={(value) => go(x, value)} />
      </span>
      <span className="starts-picks">
        {starts.map(([startX, startY], i) => {
          const label = title.startAt(i + 1, axisNumber(startX), axisNumber(startY));
          return (
            <button
              key={`${startX},${startY}`}
              type="button"
              className="chip"
              aria-pressed={startX === x && startY === y}
              aria-label={label}
              title={label}
              onClick={() => go(startX, startY)}
            >
              {i + 1}
            </button>
          );
        })}
      </span>
      {children}
    </div>
  );
}
