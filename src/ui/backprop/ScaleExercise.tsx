import type { ReactNode } from 'react';
import type { SurfaceId } from '../../../surfaces/catalog.ts';
import { withSurface } from '../../state/scene.ts';
import { change, mergeScene, settle } from '../../state/store.ts';
import { showRace } from '../motion.ts';
import { useText } from '../useText.ts';
import './backprop.css';

/** One measurement (t, u), a line w·t + b, and the square of its error. */
const program = 'r = w*t + b - u\nr^2';
const inputs = { w: 0.5, t: 2, b: 0.2, u: 1.6 };
const factor = 1000;

const race = (id: SurfaceId): void => {
  settle();
  change((scene) => ({ ...withSurface(scene, id), view: 'playground' }));
  showRace();
};

/** Inputs a thousand times as large: their weight's gradient here, and what it does to a race in the playground. */
export function ScaleExercise(): ReactNode {
  const { scaling: text } = useText().backprop;
  const compute = (times: number): void =>
    void mergeScene({ backprop: { of: null, program, inputs: { ...inputs, t: inputs.t * times } } });
  return (
    <div className="scaling">
      <p className="note">{text.text}</p>
      <div className="scaling-keys">
        <button type="button" className="chip" onClick={() => compute(1)}>
          {text.try}
        </button>
        <button type="button" className="chip" onClick={() => compute(factor)}>
          {text.tryLarge}
        </button>
      </div>
      <p className="note">{text.race}</p>
      <div className="scaling-keys">
        <button type="button" className="chip" onClick={() => race('regression-raw')}>
          {text.raw}
        </button>
        <button type="button" className="chip" onClick={() => race('regression-standardised')}>
          {text.standardised}
        </button>
      </div>
    </div>
  );
}
