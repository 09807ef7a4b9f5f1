import { adagrad } from './adagrad.ts';
import { adamBias } from './adam-bias.ts';
import { annealExponential } from './anneal-exponential.ts';
import { annealInverse } from './anneal-inverse.ts';
import { annealStep } from './anneal-step.ts';
import { basins } from './basins.ts';
import { basinsMap } from './basins-map.ts';
import { chainRule } from './chain-rule.ts';
import { checks } from './checks.ts';
import { coarseToFine } from './coarse-to-fine.ts';
import { ensemble } from './ensemble.ts';
import { gates } from './gates.ts';
import { gradientCheck } from './gradient-check.ts';
import { momentum } from './momentum.ts';
import { muRises } from './mu-rises.ts';
import { nesterov } from './nesterov.ts';
import { randomSearch } from './random-search.ts';
import { rateLarge } from './rate-large.ts';
import { rateRight } from './rate-right.ts';
import { rateSmall } from './rate-small.ts';
import { rmsprop } from './rmsprop.ts';
import { saddleEscape } from './saddle-escape.ts';
import { scaleRaw } from './scale-raw.ts';
import { scaleStandardised } from './scale-standardised.ts';
import { zigzag } from './zigzag.ts';
import type { Lesson } from './lesson.ts';

const catalog = [
  chainRule,
  gates,
  gradientCheck,
  zigzag,
  momentum,
  muRises,
  nesterov,
  annealStep,
  annealInverse,
  annealExponential,
  adagrad,
  rmsprop,
  adamBias,
  saddleEscape,
  scaleRaw,
  scaleStandardised,
  rateSmall,
  rateLarge,
  rateRight,
  basins,
  basinsMap,
  checks,
  randomSearch,
  coarseToFine,
  ensemble,
] as const;

export type LessonId = (typeof catalog)[number]['id'];

/** Every lesson, in the order in which they are told. */
export const lessons: readonly Lesson<LessonId>[] = catalog;

/** The lesson of an id; undefined for anything else. */
export const lessonOf = (id: unknown): Lesson<LessonId> | undefined => lessons.find((item) => item.id === id);
