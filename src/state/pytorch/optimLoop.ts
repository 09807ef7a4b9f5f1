import type { Run } from '../../engine/run.ts';
import type { Settings } from '../../engine/simulate.ts';
import { pythonNumber } from '../../formula/emit/python.ts';
import { indented, scheduled } from './define.ts';
import type { TorchOptim } from './optim.ts';

/** What the loop of a script depends on. */
export interface Looped {
  readonly settings: Settings;
  readonly run: Run;
  /** Whether `noise` holds a row per step. */
  readonly hasNoise: boolean;
}

export const startOf = ({ start: [x, y] }: Settings): string => `[${pythonNumber(x)}, ${pythonNumber(y)}]`;

export const report = ['if verbose:', '    print(step + 1, *point.tolist(), loss(*point).item())'];

/** The run as a training loop with a torch.optim optimizer; a scheduled lr is set before every step. */
export function optimLoop({ settings, run, hasNoise }: Looped, { name, options }: TorchOptim): string[] {
  const isScheduled = settings.schedule.formula !== 'lr';
  const lr = scheduled('lr', settings.schedule, settings.lr);
  const keywords = Object.entries(options).map(([option, value]) => `${option}=${value}`);
  const setRate = [
    's = torch.tensor(float(step))',
    'for group in optimizer.param_groups:',
    `    group['lr'] = ${lr.at}.item()`,
  ];
  return [
    ...(isScheduled ? [...lr.definition, '', ''] : []),
    `point = torch.tensor(${startOf(settings)}, requires_grad=True)`,
    `optimizer = torch.optim.${name}([point], ${keywords.join(', ')})`,
    `for step in range(${run.steps}):`,
    ...indented([
      ...(isScheduled ? setRate : []),
      'optimizer.zero_grad()',
      'loss(*point).backward()',
      ...(hasNoise ? ['point.grad += noise[step]'] : []),
      'optimizer.step()',
      ...report,
    ]),
  ];
}
