import type { Record } from '../../../state/network/messages.ts';
import { type LabRun, recordAt } from '../../../state/network/store.ts';

/** As many records, spread over the second half of what is shown; of a long training those that were kept, each once. */
export function checkpoints(run: Pick<LabRun, 'records'>, last: number, count: number): Record[] {
  const found = Array.from({ length: count }, (_, i) =>
    recordAt(run, Math.round(last * (0.5 + (0.5 * (i + 1)) / count))),
  );
  return [...new Set(found)].filter((record) => record !== undefined);
}
