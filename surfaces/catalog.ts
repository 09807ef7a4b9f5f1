import { ackley } from './ackley.ts';
import { beale } from './beale.ts';
import { booth } from './booth.ts';
import { bowl } from './bowl.ts';
import { easom } from './easom.ts';
import { goldsteinPrice } from './goldstein-price.ts';
import { griewank } from './griewank.ts';
import { himmelblau } from './himmelblau.ts';
import { kink } from './kink.ts';
import { levy13 } from './levy-13.ts';
import { matyas } from './matyas.ts';
import { monkeySaddle } from './monkey-saddle.ts';
import { plateau } from './plateau.ts';
import { rastrigin } from './rastrigin.ts';
import { ravine } from './ravine.ts';
import { regressionRaw } from './regression-raw.ts';
import { regressionStandardised } from './regression-standardised.ts';
import { rosenbrock } from './rosenbrock.ts';
import { saddle } from './saddle.ts';
import { sixHumpCamel } from './six-hump-camel.ts';
import { styblinskiTang } from './styblinski-tang.ts';
import type { Surface } from './surface.ts';
import { threeHumpCamel } from './three-hump-camel.ts';

const catalog = [
  rosenbrock,
  bowl,
  ravine,
  saddle,
  monkeySaddle,
  himmelblau,
  beale,
  rastrigin,
  ackley,
  styblinskiTang,
  threeHumpCamel,
  sixHumpCamel,
  goldsteinPrice,
  booth,
  matyas,
  griewank,
  levy13,
  easom,
  plateau,
  kink,
  regressionRaw,
  regressionStandardised,
] as const;

export type SurfaceId = (typeof catalog)[number]['id'];

/** Every built-in surface, in the order in which it is listed everywhere. */
export const surfaces: readonly Surface<SurfaceId>[] = catalog;

const byId: ReadonlyMap<string, Surface<SurfaceId>> = new Map(surfaces.map((item) => [item.id, item]));

export const surfaceOf = (id: SurfaceId): Surface<SurfaceId> => byId.get(id) as Surface<SurfaceId>;
