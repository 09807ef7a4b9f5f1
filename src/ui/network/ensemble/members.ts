import type { Model } from '../../../network/predict.ts';
import { ranked } from '../../../state/network/search.ts';
import type { ensembleSources } from '../../../state/network/schema.ts';
import { shownEpoch } from '../../../state/network/player.ts';
import { type LabRun, labStore, recordAt } from '../../../state/network/store.ts';
import { labPool } from '../lab.ts';
import { searchStore } from '../search/store.ts';
import { checkpoints } from './checkpoints.ts';

export type Source = (typeof ensembleSources)[number];

/** A network of an ensemble; what it is called is its seed, its epoch, its optimizer, or its rank. */
export interface Member {
  readonly name: string;
  readonly model: Model;
}

const modelAt = (run: LabRun, epoch: number): Model[] => {
  const record = recordAt(run, epoch);
  return record === undefined ? [] : [{ shape: run.spec.shape, parameters: record.parameters }];
};

/** The members from a source, at the epoch that is shown. Other seeds have other first weights and other batches. */
export async function membersOf(source: Source, run: LabRun, count: number): Promise<Member[]> {
  const epoch = shownEpoch();
  const { runs } = labStore.getState();
  switch (source) {
    case 'networks':
      return runs.flatMap((one) => modelAt(one, epoch).map((model) => ({ name: one.id, model })));
    case 'checkpoints':
      return checkpoints(run, epoch, count).map((record) => ({
        name: String(record.epoch),
        model: { shape: run.spec.shape, parameters: record.parameters },
      }));
    case 'search':
      return ranked(searchStore.getState().trials)
        .filter(({ score }) => Number.isFinite(score))
        .slice(0, count)
        .map(({ model }, i) => ({ name: String(i + 1), model }));
    case 'seeds':
      return Promise.all(
        Array.from({ length: count }, async (_, i): Promise<Member> => {
          const seed = run.spec.seed + i;
          const { model } = await labPool.ask(i, 'trial', { spec: { ...run.spec, seed }, values: {}, epochs: Math.max(1, epoch) }); // prettier-ignore
          return { name: String(seed), model };
        }),
      );
  }
}
