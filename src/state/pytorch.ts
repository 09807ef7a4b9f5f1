import type { Samples } from '../../surfaces/surface.ts';
import type { Run } from '../engine/run.ts';
import { type Settings, simulate } from '../engine/simulate.ts';
import { pythonNumber } from '../formula/emit/python.ts';
import { freeNames } from '../formula/names.ts';
import { parse } from '../formula/parse.ts';
import type { Language, Text } from '../formula/text.ts';
import { comments } from './pytorch/comments.ts';
import { defined } from './pytorch/define.ts';
import { optimLoop } from './pytorch/optimLoop.ts';
import { torchOptimOf } from './pytorch/optim.ts';
import { ruleLoop } from './pytorch/ruleLoop.ts';
import { batchLoss, batchTable, dataTable, meanLoss, rowLoss } from './pytorch/samples.ts';
import { ruleIn } from './rule.ts';
import type { Runner, Scene } from './schema.ts';
import { settingsOf } from './settings.ts';
import { statusText } from './status.ts';
import { surfaceIn } from './surface.ts';

/** A run as a Python script, and where its update rule comes from. */
export interface PytorchScript {
  readonly script: string;
  readonly uses: 'torch.optim' | 'rule';
}

/** f(x, y); where it depends on neither, autograd still needs a way back to them. */
const formulaLoss = ({ loss }: Settings): string[] => {
  const program = parse(loss.formula);
  const free = freeNames(program);
  const lines = defined({ name: 'loss', args: ['x', 'y'], program, values: loss.values });
  const isFlat = !free.includes('x') && !free.includes('y');
  return isFlat ? lines.map((line) => line.replace(/^ {4}return .*/, '$& + 0*x*y')) : lines;
};

/** Everything that f needs, a blank line twice between functions; with batches also the loss of one. */
function lossFunctions(settings: Settings, samples: Samples | undefined): string[] {
  const { values, batch } = settings.loss;
  const isMean = samples?.isWrittenOut === true;
  const parts = [
    ...(samples !== undefined && (isMean || batch !== undefined)
      ? [dataTable(samples.rows), rowLoss(samples, values)]
      : []),
    isMean ? meanLoss : formulaLoss(settings),
    ...(batch === undefined ? [] : [batchLoss]),
  ];
  return parts.flatMap((lines, i) => (i === 0 ? lines : ['', '', ...lines]));
}

const noiseTable = ({ columns, steps }: Run): string[] => {
  const { nx, ny } = columns;
  if (nx === undefined || ny === undefined) return [];
  const rows = Array.from(
    { length: steps },
    (_, s) => `    [${pythonNumber(nx[s] as number)}, ${pythonNumber(ny[s] as number)}],`,
  );
  return ['noise = torch.tensor([', ...rows, '])'];
};

const titleOf = (scene: Scene, runner: Runner): Text => {
  const { name, label, variants } = ruleIn(runner);
  const form = Object.keys(variants).length === 0 ? undefined : (variants[runner.variant]?.label ?? label);
  return comments.title(name, form, surfaceIn(scene).name);
};

/**
 * A Python script that repeats a run of the scene with PyTorch, in float64 with autograd: the same surface, start,
 * schedules, steps, batches and noise. Where torch.optim has the rule it is used, else the rule is written out from its formula;
 * a comment says which. It prints the last x, y and loss, and each of them after every step where `verbose` is set.
 * A run that is stopped by a number that is not finite ends where it stopped. Throws RangeError for an unknown optimizer.
 */
export function pytorchScript(scene: Scene, runnerId: string, language: Language = 'en'): PytorchScript {
  const runner = scene.optimizers.find(({ id }) => id === runnerId);
  if (runner === undefined) throw new RangeError(`expected an optimizer of the scene, found "${runnerId}"`);
  const settings = settingsOf(scene, runner);
  const run = simulate(runnerId, settings);
  const optim = torchOptimOf(runner, settings);
  const noise = noiseTable(run);
  const { batch } = settings.loss;
  const why = optim === undefined ? comments.rule : optim.constantRate ? comments.optimWhileConstant(optim.name) : comments.optim(optim.name, optim.since); // prettier-ignore
  const say = (text: Text): string => `# ${text[language]}`;

  const loop = { settings, run, hasNoise: noise.length > 0, changed: say(comments.changed) };
  const body = [
    'torch.set_default_dtype(torch.float64)',
    `verbose = False  # ${comments.verbose[language]}`,
    ...(noise.length > 0 ? ['', say(comments.noise(scene.seed, scene.noise)), ...noise] : []),
    ...(batch === undefined
      ? []
      : ['', say(comments.batches(scene.seed, batch.size)), ...batchTable(scene.seed, batch, run.steps)]),
    '',
    '',
    ...lossFunctions(settings, surfaceIn(scene).samples),
    '',
    '',
    ...(optim === undefined ? ruleLoop(loop, comments.grad[language]) : optimLoop(loop, optim)),
    "print('x, y, loss:', *point.tolist(), loss(*point).item())",
  ].join('\n');
  const head = [say(titleOf(scene, runner)), say(why), say(comments.ended(statusText(run, scene)))];
  const imports = body.includes('math.') ? ['import math', ''] : [];
  return {
    script: `${[...head, ...imports, 'import torch', '', body].join('\n')}\n`,
    uses: optim === undefined ? 'rule' : 'torch.optim',
  };
}
