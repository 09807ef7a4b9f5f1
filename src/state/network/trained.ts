import { mistakenStandard } from '../../network/mistakes.ts';
import type { TrainedModel } from '../../network/pytorch.ts';
import type { Common } from './spec.ts';
import { type LabRun, recordAt } from './store.ts';

/**
 * A network as it is at an epoch, or at the last one before it that was kept, with what is needed to use it elsewhere:
 * there it says of samples as they came what it says in the lab.
 */
export function trainedModel(
  { raw, split, standard, settings }: Common,
  run: Pick<LabRun, 'spec' | 'records'>,
  shown: number,
): TrainedModel | undefined {
  const record = recordAt(run, shown);
  if (record === undefined) return undefined;
  const row = split.test[0] as number;
  const ins = raw.features.length;
  const used = mistakenStandard(standard, ins, settings.sabotages);
  return {
    shape: run.spec.shape,
    parameters: record.parameters,
    epoch: record.epoch,
    features: raw.features,
    classes: raw.classes,
    wanted: raw.wanted,
    example: raw.inputs.slice(row * ins, (row + 1) * ins),
    ...(used && { standard: used }),
  };
}
