import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { budget, type Limits } from './src/app/build/budget.ts';
import { card } from './src/app/build/card.ts';
import { licences, packagesIn } from './src/app/build/licences.ts';
import { offline } from './src/app/build/offline.ts';
import { policy } from './src/app/build/policy.ts';
import { single } from './src/app/build/single.ts';

const project = (name: string, include: string[]) => ({
  extends: true as const,
  test: { name, include, environment: 'node', testTimeout: 120_000, expect: { requireAssertions: true } },
});

/** Somewhat above what is there: what weighs much more is to be noticed. */
const limits: Limits = {
  initial: 420,
  worker: 30,
  later: { SurfaceScene: 230, Maps: 30, Backprop: 30, Network: 50, encode: 65, digits: 50 },
  other: 10,
};

const packages = new Set<string>();

export default defineConfig(({ mode }) => ({
  base: './',
  worker: { plugins: () => [packagesIn(packages)] },
  plugins: [
    react(),
    packagesIn(packages),
    licences(packages),
    ...(mode === 'single' ? [single()] : [policy(), card(process.env['DOWNHILL_SITE']), budget(limits), offline()]),
  ],
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  build: {
    target: 'baseline-widely-available',
    sourcemap: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  test: {
    maxWorkers: '100%',
    projects: [
      project('architecture', ['tests/architecture.test.ts']),
      project('unit', ['tests/unit/**/*.test.ts']),
      project('conformance', ['tests/conformance/**/*.test.ts']),
      project('reference', ['tests/reference/**/*.test.ts']),
    ],
  },
}));
