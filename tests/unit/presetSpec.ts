import type { Dataset } from '../../src/network/data/dataset.ts';
import type { TrainSpec } from '../../src/network/train/spec.ts';
import type { RuleId } from '../../src/optimizers/catalog.ts';
import { initialRunner, initialSurface } from '../../src/state/initial.ts';
import { type NetworkSettings, presetSettings } from '../../src/state/network/settings.ts';
import { commonOf, specOf } from '../../src/state/network/spec.ts';

/** The training that the lab begins for some data with a preset's settings, by one of the rules. */
export const presetSpec = (data: Dataset, preset: Partial<NetworkSettings>, rule: RuleId, seed: number): TrainSpec =>
  specOf(
    commonOf({ ...presetSettings('moons'), ...preset, seed }, data),
    initialRunner(rule, initialSurface('rosenbrock')),
  );
