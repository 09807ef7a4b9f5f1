import { FormulaError } from '../../formula/errors.ts';
import type { Language, Text } from '../../formula/text.ts';
import type { Dataset } from '../../network/data/dataset.ts';
import { Network } from '../../network/network.ts';
import type { TrainSpec } from '../../network/train/spec.ts';
import { startOf } from '../../network/train/start.ts';
import { Training } from '../../network/train/train.ts';
import { problem } from '../../state/problem.ts';
import { lrProgram, muProgram } from '../../state/programs.ts';
import { formulaIn, hyperOf, ruleIn } from '../../state/rule.ts';
import type { Runner } from '../../state/schema.ts';
import type { Answer } from '../answer.ts';
import { readTrainQuestion, type TrainQuestion } from './read.ts';

const named = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i));

/** The samples, all of which are trained on, in the order in which they came. */
function dataOf({ shape, samples }: TrainQuestion): Pick<TrainSpec, 'data' | 'split'> {
  const [ins, outs] = [shape.sizes[0] as number, shape.sizes.at(-1) as number];
  const classes = shape.task === 'classes' ? named(outs) : [];
  const wanted = shape.task === 'numbers' ? named(outs) : [];
  const data: Dataset = { ...samples, features: named(ins), classes, wanted };
  const rows = Int32Array.from({ length: samples.rows }, (_, row) => row);
  return { data, split: { train: rows, validation: rows, test: rows } };
}

function specOf(question: TrainQuestion, runner: Runner): TrainSpec {
  const { shape, initial, batch, seed, schedule, muSchedule } = question;
  const { state, hyper } = ruleIn(runner);
  const own = Object.keys(hyper).filter((name) => name !== 'lr' && name !== 'mu');
  const values = Object.fromEntries(own.map((name) => [name, hyperOf(runner, name)]));
  return {
    ...{ shape, initial, batch, seed },
    ...dataOf(question),
    rule: { formula: formulaIn(runner), state, hyper: own, values },
    lr: hyperOf(runner, 'lr'),
    mu: 'mu' in hyper ? hyperOf(runner, 'mu') : 0,
    decay: lrProgram(schedule),
    muSchedule: muProgram(muSchedule),
  };
}

/** Loss, with its L2 term, and gradient of all samples at the parameters that every run begins with. */
function beginning(spec: TrainSpec): { loss: number; gradient: number[] } {
  const { shape, data, split } = spec;
  const parameters = startOf(spec);
  const network = new Network(shape, data.rows, 2 * parameters.length);
  const { doubles } = network.kernels;
  doubles.set(parameters);
  network.load(data, split.train, 0, data.rows);
  const loss = network.gradient(0, parameters.length);
  return { loss, gradient: [...doubles.slice(parameters.length, 2 * parameters.length)] };
}

function runOf(spec: TrainSpec, id: string, steps: number) {
  const training = new Training(spec);
  const losses: number[] = [];
  training.advance(steps, (loss) => losses.push(loss));
  const { learner, divergedAt } = training.snapshot;
  return { id, ...(divergedAt ? { divergedAt } : {}), losses, finalParameters: [...(learner.columns[0] ?? [])] };
}

/**
 * Trains what a spec's JSON describes. Prints `{ loss, gradient, runs: [{ id, losses, finalParameters }] }`, the losses
 * before each step; a run with a number that is not finite says so in `divergedAt`, the step, and ends there.
 */
export function trainAnswer(text: string, language: Language): Answer {
  const failed = (...sentences: string[]): Answer => ({ output: '', errors: sentences, code: 1 });
  const told = (path: string, said: Text): string => problem(path, said).sentence(language);
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    return failed(told('spec', { en: `expected JSON: ${message}`, zh: `应为 JSON：${message}` }));
  }
  const { question, problems } = readTrainQuestion(input);
  const errors = problems.map((found) => found.sentence(language));
  if (question === undefined) return failed(...errors);
  if (question.optimizers.length === 0)
    return failed(
      ...errors,
      told('optimizers', { en: 'expected one that takes part, found none', zh: '至少应有一个参与，实际没有' }),
    );
  try {
    const specs = question.optimizers.map((runner) => [runner.id, specOf(question, runner)] as const);
    const first = (specs[0] as (typeof specs)[number])[1];
    const runs = specs.map(([id, spec]) => runOf(spec, id, question.steps));
    return { output: `${JSON.stringify({ ...beginning(first), runs })}\n`, errors, code: 0 };
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return failed(...errors, told('optimizers', { en: error.sentence('en'), zh: error.sentence('zh') }));
  }
}
