import { checkOf } from '../../network/checks/catalog.ts';
import { ensemble, meanOutputs } from '../../network/ensemble.ts';
import { trialSpec, tryValues } from '../../network/search.ts';
import { slicePicture } from '../../network/slice/picture.ts';
import { look, type Sight, sightInputs } from '../../network/sight.ts';
import { tailOf } from '../../network/train/history.ts';
import { inside } from '../../network/train/inside.ts';
import { Training } from '../../network/train/train.ts';
import type { Advanced, Answer, Order, Record, TaskKind, Tasks } from './messages.ts';

interface Held {
  readonly training: Training;
  readonly sight: Sight;
}

type Work = { [K in TaskKind]: (ask: Tasks[K]['ask']) => Tasks[K]['answer'] };

function advance({ training, sight }: Held, { from, to, stride, side }: Tasks['advance']['ask']): Advanced {
  const records: Record[] = [];
  const record = (): void => void records.push({ epoch: training.epoch, parameters: training.current.slice() });
  if (from === 0) record();
  while (training.epoch < to && training.divergedAt === undefined) {
    training.advance(training.stepsPerEpoch);
    if (training.epoch % stride === 0 || training.epoch === to) record();
  }
  const { divergedAt, spec, current } = training;
  const outputs = look({ shape: spec.shape, parameters: current }, sight, side);
  return {
    tail: tailOf(training.history, from),
    records,
    outputs,
    side,
    ...(divergedAt !== undefined && { divergedAt }),
  };
}

/** Does what the lab asks for, one thing after the other, in whatever thread it is. Trainings stay where they began. */
export function createServer(): (order: Order) => Answer {
  const held = new Map<string, Held>();
  const of = (id: string): Held => {
    const found = held.get(id);
    if (found === undefined) throw new RangeError(`id: expected a training that has begun, found ${id}`);
    return found;
  };
  const work: Work = {
    begin: ({ id, spec, sight }) => {
      held.set(id, { training: new Training(spec), sight });
      return null;
    },
    advance: (ask) => advance(of(ask.id), ask),
    look: ({ id, parameters, side }) => {
      const { training, sight } = of(id);
      return { outputs: look({ shape: training.spec.shape, parameters }, sight, side), side };
    },
    inside: ({ id, parameters }) => inside(of(id).training.spec, parameters),
    check: ({ spec, check }) => checkOf(check).run(spec),
    trial: ({ spec, values, epochs, from }) => {
      const { score, snapshot } = tryValues(spec, values, epochs, from);
      const { shape } = trialSpec(spec, values);
      return { score, snapshot, model: { shape, parameters: snapshot.learner.columns[0] as Float64Array } };
    },
    ensemble: ({ models, data, rows, sight, side }) => ({
      result: ensemble(models, data, rows),
      outputs: Float32Array.from(meanOutputs(models, sightInputs(sight, side))),
      side,
    }),
    slice: slicePicture,
    end: ({ id }) => {
      held.delete(id);
      return null;
    },
  };
  return ({ order, kind, ask }) => {
    try {
      return { order, answer: work[kind](ask as never) };
    } catch (error) {
      return { order, failure: error instanceof Error ? error.message : String(error) };
    }
  };
}
