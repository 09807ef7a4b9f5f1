import { compile } from '../../src/engine/compile.ts';
import { writeInputs } from '../../src/engine/inputs.ts';
import { firstOf, writeFirst } from '../../src/engine/simulate.ts';
import { planOf } from '../../src/state/maps/plan.ts';
import { initialScene, type Runner } from '../../src/state/scene.ts';
import { sweep } from '../../src/sweep/kernelSweep.ts';
import { interleaved } from './interleaved.ts';

/**
 * Prints as JSON how many steps per second a map of Adam on Rosenbrock makes on one thread, as a share of what the kernel
 * alone makes: the median over interleaved rounds. The axes are so short that all runs are alike.
 */
const side = 64;
const steps = 500;
const rounds = 30;

const scene = initialScene('rosenbrock');
const runner = scene.optimizers.find(({ id }) => id === 'adam') as Runner;
const plan = planOf(scene, runner, {
  axes: [
    { name: 'lr', from: runner.lr, to: runner.lr * 1.001, scale: 'log' },
    { name: 'beta1', from: 0.9, to: 0.9001, scale: 'decay' },
  ],
  size: [side, side],
  steps,
  tolerance: 0.005,
});

const alone = (): void => {
  const { settings } = plan;
  const compiled = compile(settings.loss, settings.rule, false);
  const first = firstOf(compiled, settings);
  writeInputs(compiled, settings);
  writeFirst(compiled, first);
  for (let run = 0; run < side * side; run += 1)
    if (compiled.kernel.run(1, steps + 1) !== steps + 1) throw new Error('expected the kernel to make every step');
};

const [map, kernel] = interleaved(() => sweep(plan), alone, { rounds, warmup: 3 });
const million = (milliseconds: number): number => (side * side * steps) / milliseconds / 1000;
process.stdout.write(JSON.stringify({ share: kernel / map, map: million(map), kernel: million(kernel) }));
