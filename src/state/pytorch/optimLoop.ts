import type { Run } from '../../engine/run.ts';
import type { Settings } from '../../engine/simulate.ts';
import { pythonNumber } from '../../formula/emit/python.ts';
import { atStep, changedNames } from './changes.ts';
import { indented, scheduled } from './define.ts';
import type { TorchOptim } from './optim.ts';

/** What the loop of a script depends on. */
export interface Looped {
  readonly settings: Settings;
  readonly run: Run;
  /** Whether `noise` holds a row per step. */
  readonly hasNoise: boolean;
  /** The comment above what is changed on the way. */
  readonly changed: string;
}

export const startOf = ({ start: [x, y] }: Settings): string => `[${pythonNumber(x)}, ${pythonNumber(y)}]`;

export const report = ['if verbose:', '    print(step + 1, *point.tolist(), loss(*point).item())'];

/** The run as a training loop with a torch.optim optimizer; a scheduled lr is set before every step. */
export function optimLoop(
  { settings, run, hasNoise, changed }: Looped,
  { name, options, changes }: TorchOptim,
): string[] {
  const isScheduled = settings.schedule.formula !== 'lr';
  const lr = scheduled('lr', settings.schedule, settings.lr, changedNames(settings.interventions).has('lr'));
  const keywords = Object.entries(options).map(([option, value]) => `${option}=${value}`);
  const setRate = [
    's = torch.tensor(float(step))',
    'for group in optimizer.param_groups:',
    `    group['lr'] = ${lr.at}.item()`,
  ];
  const setAt = ({ step, options: set }: TorchOptim['changes'][number]): string[] => {
    const { lr: rate, ...others } = set;
    const isBase = isScheduled && rate !== undefined;
    const groups = Object.entries(isBase ? others : set).map(([option, value]) => `    group['${option}'] = ${value}`);
    return atStep(step, [
      ...(isBase ? [`lr = torch.tensor(${rate})`] : []),
      ...(groups.length > 0 ? ['for group in optimizer.param_groups:', ...groups] : []),
    ]);
  };
  const settingLines = changes.filter(({ step }) => step < run.steps).flatMap(setAt);
  return [
    ...(isScheduled ? [...lr.definition, '', '', ...lr.variable] : []),
    `point = torch.tensor(${startOf(settings)}, requires_grad=True)`,
    `optimizer = torch.optim.${name}([point], ${keywords.join(', ')})`,
    `for step in range(${run.steps}):`,
    ...indented([
      ...(settingLines.length > 0 ? [changed, ...settingLines] : []),
      ...(isScheduled ? setRate : []),
      'optimizer.zero_grad()',
      settings.loss.batch === undefined ? 'loss(*point).backward()' : 'batch_loss(*point, batches[step]).backward()',
      ...(hasNoise ? ['point.grad += noise[step]'] : []),
      'optimizer.step()',
      ...report,
    ]),
  ];
}
