import type { ReactNode } from 'react';
import { hasOwnData } from '../state/scene.ts';
import { surfaceIn } from '../state/surface.ts';
import { Formula } from './Formula.tsx';
import { useScene } from './useScene.ts';
import { useText } from './useText.ts';

/** The formula of the scene's surface; of own data that of one row, which the loss is the mean of. */
export function LossFormula({ label }: { label: string }): ReactNode {
  const surface = useScene((scene) => scene.surface);
  const { formula, samples } = surfaceIn({ surface });
  const { data } = useText();
  if (!hasOwnData(surface) || samples === undefined) return <Formula text={formula} label={label} />;
  return (
    <>
      <span className="formula-over">{data.over(samples.rows.length)}</span>
      <Formula text={samples.formula} label={label} />
    </>
  );
}
