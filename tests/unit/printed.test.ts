import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { zh } from '../../src/i18n/zh.ts';
import { readScene } from '../../src/state/scene.ts';
import { hyperOf, settingsOf } from '../../src/ui/print/settings.ts';

const { scene } = readScene({
  surface: { id: 'rosenbrock', params: { a: 1, b: 50 } },
  start: [-1.5, 2],
  steps: 4000,
  noise: 0.5,
  seed: 7,
  schedule: { kind: 'step', factor: 0.5, every: 50, warmup: 10 },
  muSchedule: { kind: 'linear', from: 0.5, to: 0.9, over: 100 },
  optimizers: [
    { id: 'adam', lr: 0.02, eps: 1e-8 },
    { id: 'momentum', lr: 0.001, mu: 0.9, variant: 'pytorch' },
  ],
});

describe('the settings on paper', () => {
  it('are all that somebody has to set to see the same', () => {
    expect(Object.fromEntries(settingsOf(scene, 'en', en))).toEqual({
      Surface: 'a = 1, b = 50',
      Start: '(-1.5, 2)',
      steps: '4,000',
      'Learning-rate decay': 'Step decay, factor = 0.5, every = 50, warmup = 10',
      'Momentum schedule': 'Linear rise, from = 0.5, to = 0.9, over = 100',
      'Gradient noise': 'noise = 0.5, seed = 7',
    });
  });

  it('are those of the networks in the lab', () => {
    const { scene: lab } = readScene({
      view: 'network',
      network: {
        data: 'moons',
        hidden: [6, 4],
        l2: 0.01,
        decay: { kind: 'plateau', factor: 0.5, patience: 5 },
        seed: 3,
      },
    });
    const printed = Object.fromEntries(settingsOf(lab, 'zh', zh));
    expect(printed[zh.lab.data]).toMatch(/seed = 3$/);
    expect(printed[zh.lab.network]).toBe(`${zh.lab.hidden(1)} = 6, ${zh.lab.hidden(2)} = 4`);
    expect(printed['L2']).toBe('0.01');
    expect(printed[zh.lab.decay]).toBe(`${zh.lab.plateau}, factor = 0.5, patience = 5`);
    expect(printed).not.toHaveProperty([zh.lab.sabotage]);
  });

  it('leave out what plays no part', () => {
    const { scene: plain } = readScene({ surface: { formula: 'x^2 + y^2', params: {}, domain: [-1, 1, -1, 1] } });
    expect(settingsOf(plain, 'zh', zh).map(([name]) => name)).toEqual([
      zh.title.start,
      zh.panel.steps,
      zh.panel.schedule,
    ]);
  });

  it('of an optimizer are its hyperparameters, and its form where it is another one', () => {
    const [adam, momentum] = scene.optimizers;
    expect(adam && hyperOf(adam, 'en')).toBe('lr = 0.02, beta1 = 0.9, beta2 = 0.999, eps = 1e-8');
    expect(momentum && hyperOf(momentum, 'en')).toMatch(/PyTorch.*; lr = 0.001, mu = 0.9$/);
  });
});
