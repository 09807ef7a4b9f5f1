import { surfaceOf } from '../../surfaces/catalog.ts';
import { type Settings, simulate } from '../../src/engine/simulate.ts';
import { ruleOf } from '../../src/optimizers/catalog.ts';
import { adamByHand, momentumByHand } from './byHand.ts';
import { interleaved } from './interleaved.ts';

/**
 * Prints as JSON how many steps per second the engine makes on Rosenbrock, the whole Run recorded, as a share of what a
 * loop written by hand for the pair makes: the median over interleaved rounds, so that both see the same machine.
 */
const steps = 2000;
const rounds = 400;
const start = [-1.5, 2] as const;
const params = [1, 100] as const;

const settings = (id: 'momentum' | 'adam', lr: number, mu: number, values: Record<string, number>): Settings => {
  const { formula, state } = ruleOf(id);
  const surface = surfaceOf('rosenbrock');
  return {
    loss: { formula: surface.formula, params: ['a', 'b'], values: { a: params[0], b: params[1] } },
    rule: { formula, state, hyper: Object.keys(values), values },
    schedule: { formula: 'lr', values: {} },
    muSchedule: { formula: 'mu', values: {} },
    ...{ lr, mu, start, steps, seed: 1, noise: 0 },
    domain: surface.domain,
    minima: [{ x: 1, y: 1 }],
  };
};

/** Both must have made the same path, or the comparison says nothing. */
function compare(name: string, engine: () => Readonly<Record<string, Float64Array>>, byHand: typeof engine) {
  const [ours, theirs] = [engine(), byHand()];
  for (const [key, column] of Object.entries(theirs)) {
    const gap = Math.max(...column.map((value, s) => Math.abs(value - (ours[key]?.[s] ?? NaN))));
    if (!(gap <= 1e-6 * Math.max(1, ...column.map(Math.abs)))) throw new Error(`${name}: ${key} differs by ${gap}`);
  }
  const [engineMs, byHandMs] = interleaved(engine, byHand, { rounds, warmup: rounds });
  return { name, share: byHandMs / engineMs, engine: steps / engineMs / 1000, byHand: steps / byHandMs / 1000 };
}

const momentum = settings('momentum', 2e-4, 0.9, {});
const betas = { beta1: 0.9, beta2: 0.999, eps: 1e-8 };
const adam = settings('adam', 0.02, 0, betas);

const results = [
  compare(
    'momentum',
    () => simulate('momentum', momentum).columns,
    () => momentumByHand(params, momentum, start, steps),
  ),
  compare(
    'Adam',
    () => simulate('adam', adam).columns,
    () => adamByHand(params, { lr: adam.lr, ...betas }, start, steps),
  ),
];
process.stdout.write(JSON.stringify(results));
