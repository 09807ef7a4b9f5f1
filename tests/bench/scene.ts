import { initialScene, type Scene } from '../../src/state/scene.ts';
import { simulations } from '../../src/state/simulations.ts';
import { adamByHand } from './byHand.ts';
import { interleaved } from './interleaved.ts';

/**
 * Prints as JSON how long a move of a surface slider takes to simulate, six optimizers × 2,000 steps from the scene to
 * recorded runs, and as a share of that, six runs of Adam written by hand.
 */
const steps = 2000;
const kept = simulations();
const scene: Scene = { ...initialScene('rosenbrock'), steps };
const betas = { lr: 0.02, beta1: 0.9, beta2: 0.999, eps: 1e-8 };
let b = 100;

const moved = (): void => {
  b += 0.01;
  const { fresh } = kept.of({ ...scene, surface: { ...scene.surface, params: { a: 1, b } } });
  if (fresh !== 6) throw new Error('expected a move to simulate six runs');
};
const byHand = (): void => {
  for (let run = 0; run < 6; run += 1) adamByHand([1, b], betas, [-1.5, 2], steps);
};

const [ours, hand] = interleaved(moved, byHand, { rounds: 200, warmup: 100 });
process.stdout.write(JSON.stringify({ share: hand / ours, milliseconds: ours }));
