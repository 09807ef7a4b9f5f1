import { emptyHistory, append, type History } from '../../network/train/history.ts';
import type { TrainSpec } from '../../network/train/spec.ts';
import { layersOf, parameterCount } from '../../network/shape.ts';
import type { Runner, Scene } from '../schema.ts';
import { isShown, note, sceneStore } from '../store.ts';
import type { Advanced, Record } from './messages.ts';
import { labPlayer, shownEpoch } from './player.ts';
import { Dropped, type Pool } from './pool.ts';
import { digitsStore, samplesOf } from './samples.ts';
import { networkIn, type NetworkSettings } from './settings.ts';
import { sides, sightOf } from './sights.ts';
import { commonOf, type Common, learnersIn, specOf } from './spec.ts';
import { type LabRun, labStore, recordAt } from './store.ts';

/** Multiplications that a thread may do at once: some milliseconds, so that it soon hears what is wanted next. */
const workAtOnce = 4e6;
/** While it plays, the epoch is noted every so many epochs: a tab may close at any time. */
const notedEvery = 10;
/** Records of one network, and numbers in all of them. */
const mostRecords = 250;
const mostNumbers = 1.5e6;

/** A network under way. */
interface Learning {
  readonly id: string;
  readonly key: string;
  readonly place: number;
  readonly spec: TrainSpec;
  readonly history: History;
  readonly records: Record[];
  /** Epochs that a thread may do at once, and from record to record. */
  readonly chunk: number;
  readonly stride: number;
  epoch: number;
  shown: number;
  outputs: Float32Array;
  side: number;
  divergedAt: number | undefined;
  isBusy: boolean;
}

const begun = (runner: Runner, key: string, place: number, common: Common): Learning => {
  const spec = specOf(common, runner);
  const layers = layersOf(spec.shape);
  const parameters = parameterCount(layers);
  const records = Math.max(2, Math.min(mostRecords, Math.floor(mostNumbers / parameters)));
  return {
    id: runner.id,
    key,
    place,
    spec,
    history: emptyHistory(layers.length),
    records: [],
    chunk: Math.max(1, Math.floor(workAtOnce / (spec.split.train.length * parameters))),
    stride: Math.ceil(common.settings.epochs / records),
    epoch: -1,
    shown: -1,
    outputs: new Float32Array(0),
    side: 0,
    divergedAt: undefined,
    isBusy: false,
  };
};

/** What trainings of different optimizers have in common as far as their numbers go, as text. */
const commonKey = ({ rates: _, epochs: __, ...settings }: NetworkSettings): string => JSON.stringify(settings);

const withEpoch =
  (epoch: number) =>
  (scene: Scene): Scene =>
    scene.network?.epoch === epoch ? scene : { ...scene, network: { ...scene.network, epoch } };

/** Makes of some work a request for it, which it does at its own pace. */
type Paced = (work: () => void) => { request(): void; cancel(): void };

/**
 * Trains the networks of the scene in threads: as far as the playback is, and a little ahead while it plays. `paced` tells
 * how often networks that learn as fast as they can are shown on the way; those that are played, and what they are in the
 * end, are shown at once.
 */
export function followLab(pool: Pool, paced: Paced): () => void {
  let learnings: readonly Learning[] = [];

  const publish = (failure?: string): void => {
    onTheWay.cancel();
    const runs = learnings
      .filter(({ epoch }) => epoch >= 0)
      .map(({ divergedAt, chunk: _, stride: __, isBusy: ___, ...run }): LabRun => ({
        ...run,
        records: [...run.records],
        ...(divergedAt !== undefined && { divergedAt }),
      }));
    const { samples, common, isSlow } = labStore.getState();
    labStore.setState({ samples, common, isSlow, runs, ...(failure !== undefined && { failure }) }, true);
  };

  const onTheWay = paced(publish);

  /** Asks for something; while it is under way, the network is busy. */
  const busy = async (learning: Learning, work: () => Promise<void>): Promise<void> => {
    learning.isBusy = true;
    try {
      await work();
      learning.isBusy = false;
      if (!learnings.includes(learning)) return;
      if (labPlayer.playing || !isBehind(learning)) publish();
      else onTheWay.request();
    } catch (error) {
      if (error instanceof Dropped || !learnings.includes(learning)) return;
      publish(error instanceof Error ? error.message : String(error));
      return;
    }
    for (const each of learnings) pump(each);
  };

  const take = (learning: Learning, { tail, records, outputs, side, divergedAt }: Advanced): void => {
    append(learning.history, tail);
    // The last one is only kept in between where it is one of those that are.
    if ((learning.records.at(-1)?.epoch ?? 0) % learning.stride !== 0) learning.records.pop();
    learning.records.push(...records);
    learning.epoch = learning.history.lr.length - 1;
    Object.assign(learning, { outputs, side, divergedAt, shown: learning.epoch });
  };

  const goal = (): number => {
    const ahead = labPlayer.playing ? Math.ceil(labPlayer.speed) : 0;
    return Math.min(labPlayer.length, labPlayer.step + ahead);
  };

  const isBehind = ({ epoch, divergedAt }: Learning): boolean => epoch < goal() && divergedAt === undefined;

  function pump(learning: Learning): void {
    if (learning.isBusy) return;
    const { id, place, epoch, chunk, stride } = learning;
    const side = labPlayer.playing ? sides.moving : sides.resting;
    if (isBehind(learning)) {
      const to = Math.min(goal(), epoch + chunk);
      const ask = { id, from: epoch + 1, to, stride, side: sides.moving };
      void busy(learning, async () => take(learning, await pool.ask(place, 'advance', ask)));
      return;
    }
    const record = recordAt(learning, Math.min(shownEpoch(), epoch));
    if (record === undefined || (record.epoch === learning.shown && side <= learning.side)) return;
    const isAhead = labPlayer.playing && learning.shown > record.epoch && learning.shown <= goal();
    if (isAhead) return;
    const { parameters } = record;
    void busy(learning, async () => {
      const looked = await pool.ask(place, 'look', { id, parameters, side });
      Object.assign(learning, looked, { shown: record.epoch });
    });
  }

  const begin = (runner: Runner, key: string, place: number, common: Common): Learning => {
    const learning = begun(runner, key, place, common);
    const { id, spec } = learning;
    pool.ask(place, 'begin', { id, spec, sight: sightOf(common) }).catch((error: unknown) => {
      if (!(error instanceof Dropped)) publish(error instanceof Error ? error.message : String(error));
    });
    return learning;
  };

  function follow(): void {
    const { scene } = sceneStore.getState();
    const settings = networkIn(scene);
    const samples = samplesOf(settings);
    const common = samples.data === undefined ? undefined : commonOf(settings, samples.data);
    const shared = commonKey(settings);
    const before = new Map(learnings.map((learning) => [learning.id, learning]));
    learnings = common === undefined ? [] : learnersIn(scene).map((runner, place) => {
      const { rule, lr, mu } = specOf(common, runner);
      const key = JSON.stringify([shared, rule, lr, mu]);
      const known = before.get(runner.id);
      if (known?.key !== key) return begin(runner, key, place, common);
      return known;
    }); // prettier-ignore
    for (const [id, learning] of before)
      if (!learnings.some((each) => each.id === id)) pool.ask(learning.place, 'end', { id }).catch(() => undefined);
    labStore.setState({ samples, common });
    publish();
    learnings.forEach(pump);
  }

  /** The epoch that is shown is noted in the scene for the link: where it rests, and now and then on the way. */
  const moved = (): void => {
    learnings.forEach(pump);
    const epoch = labPlayer.step;
    if (!isShown('network') || (labPlayer.playing && epoch % notedEvery !== 0)) return;
    if (sceneStore.getState().scene.network?.epoch !== epoch) note(withEpoch(epoch));
  };

  const changed = ({ scene }: { scene: Scene }, { scene: before }: { scene: Scene }): void => {
    const epoch = scene.network?.epoch;
    if (scene.view !== 'network') return;
    const isOther = scene.network !== before.network || scene.optimizers !== before.optimizers;
    if (!isOther && before.view === 'network') return;
    if (epoch !== undefined && epoch !== before.network?.epoch && epoch !== labPlayer.step) labPlayer.seek(epoch);
    follow();
  };

  follow();
  moved();
  const ends = [sceneStore.subscribe(changed), digitsStore.subscribe(follow), labPlayer.subscribe(moved)];
  return () => {
    for (const end of ends) end();
    onTheWay.cancel();
    learnings = [];
  };
}

/** Called where training is done on the page's own thread. */
export const slowLab = (): void => labStore.setState({ isSlow: true });
