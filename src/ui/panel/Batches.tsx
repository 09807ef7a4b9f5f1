import type { ReactNode } from 'react';
import { epochSteps, largestBatch } from '../../engine/batch.ts';
import { count } from '../../formula/quantity.ts';
import { change, settle } from '../../state/store.ts';
import { surfaceIn } from '../../state/surface.ts';
import { useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { usualBatch, withBatch } from './recipes.ts';
import { Sliders } from './Sliders.tsx';

/** Mini-batches: on or off, and how many rows a step takes; a sentence instead where the surface has no rows. */
export function Batches(): ReactNode {
  const batch = useScene((scene) => scene.batch);
  const { samples } = useScene(surfaceIn);
  const language = useLanguage();
  const { data } = useText();
  if (samples === undefined) return <p className="note">{data.noBatches}</p>;
  const { rows } = samples;
  const most = Math.min(largestBatch, rows.length);
  const size = Math.min(batch ?? rows.length, rows.length);
  const quantity = count(Math.min(usualBatch, most), 1, most);
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={batch !== undefined}
          onChange={({ target }) => change(withBatch(target.checked ? quantity.initial : undefined))}
        />
        {data.batches}
      </label>
      {batch !== undefined && (
        <Sliders
          key={`${language} ${most}`}
          items={[
            {
              name: 'batch',
              label: data.batch,
              quantity,
              reset: quantity.initial,
              spoken: data.batchSize,
              limits: { least: 1, most: largestBatch, whole: true },
            },
          ]}
          values={{ batch }}
          onChange={(_, value) => change(withBatch(value), 'batch')}
          onEditEnd={settle}
        />
      )}
      <p className="note">
        {batch === undefined
          ? data.fullBatch(rows.length)
          : data.batchNote(size, rows.length, epochSteps({ rows, size }))}
      </p>
    </>
  );
}
