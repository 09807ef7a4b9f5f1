import type { Inspection } from '../../engine/inspect.ts';
import type { Both } from '../../engine/step.ts';
import type { Dictionary } from '../../i18n/dictionaries.ts';
import { readable } from '../../state/status.ts';

/** A name and its number or numbers, as text. */
export type Fact = readonly [name: string, value: string];

/**
 * What a step comes to besides its statements: every gradient, with the noise and what the rule got where there is noise
 * or a batch, the rows of the batch, the state after the step, the step, its effective rate and its relative size.
 */
export function factsOf(step: Inspection, state: readonly string[], text: Dictionary['inspect']): Fact[] {
  const { gradients, noise, batch, after, update, rate, ratio } = step;
  const shown = (value: number | undefined): string => {
    if (value === undefined) return text.undefinedRate;
    return Number.isNaN(value) ? text.notNumber : readable(value);
  };
  const both = ({ x, y }: Both<number | undefined>): string =>
    x === y || Object.is(x, y) ? shown(x) : `(${shown(x)}, ${shown(y)})`;
  const hasNoise = noise !== undefined;
  const got = batch !== undefined ? text.ofBatch : hasNoise ? text.noisy : undefined;
  const ofGradients = gradients.flatMap(({ argument, exact, given, point }): Fact[] => [
    argument === undefined ? [text.gradient, both(exact)] : [text.ahead, `${both(exact)} ${text.at} ${both(point)}`],
    ...(got === undefined ? [] : ([[got, both(given)]] as const)),
  ]);
  const kept = state.map((name): Fact => {
    const along = (axis: string): number => after[`${name}.${axis}`] as number;
    return [text.after(name), both({ x: along('x'), y: along('y') })];
  });
  return [
    ...ofGradients,
    ...(batch === undefined ? [] : ([[text.rows, batch.map((row) => row + 1).join(', ')]] as const)),
    ...(hasNoise ? ([[text.noise, both(noise)]] as const) : []),
    ...kept,
    [text.update, both(update)],
    [text.rate, both(rate)],
    ...(ratio === undefined ? [] : ([[text.ratio, shown(ratio)]] as const)),
  ];
}
