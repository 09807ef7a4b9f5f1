import { lessonOf } from '../../lessons/catalog.ts';
import { hasRows, initialSurface, sceneOn, withSurface } from '../initial.ts';
import { interventionsIn } from '../interventions.ts';
import type { Problem } from '../problem.ts';
import { hasOwnData, isBuiltIn, isTyped, type Scene, sceneSchema, type SceneSurface } from '../schema.ts';
import { readInterventions } from './interventions.ts';
import { readBackprop } from './backprop.ts';
import { readMaps } from './maps.ts';
import { readNetwork } from './network.ts';
import { type Given, own, Report } from './report.ts';
import { readRunners } from './runner.ts';
import { readMuSchedule, readSchedule } from './schedule.ts';
import { readSurface } from './surface.ts';
import { affordable } from './work.ts';

/** A valid scene, and what was wrong with the input that it was read from. */
export interface Reading {
  readonly scene: Scene;
  readonly problems: readonly Problem[];
}

const { entries } = sceneSchema;

const isSame = (a: SceneSurface, b: SceneSurface): boolean => {
  if (isBuiltIn(a)) return isBuiltIn(b) && a.id === b.id;
  return isTyped(a) ? isTyped(b) : hasOwnData(b);
};

const keptOn = (surface: SceneSurface, base: Scene | undefined): Scene => {
  if (base === undefined) return sceneOn(surface);
  return isSame(surface, base.surface) ? base : withSurface(base, surface);
};

/** What names a lesson, and nothing else of a scene, is the lesson's whole scene. */
const withLesson = (given: Given): Given => {
  const lesson = lessonOf(own(given, 'lesson'));
  const isAlone = Object.keys(given).every((key) => ['version', 'lesson'].includes(key));
  return lesson !== undefined && isAlone ? { ...lesson.scene, ...given } : given;
};

/**
 * Reads a scene from anything: always a valid one, and a sentence for every field that could not be kept. A field that
 * is absent or wrong has the value that it has in `base`; without a base, the default on the surface that the input
 * names. Lists are replaced, not merged; null removes a field that may be missing. Never throws, never hangs.
 */
export function readScene(input: unknown, base?: Scene): Reading {
  const report = new Report();
  const found = report.object('', input ?? null);
  const given = base === undefined && found !== undefined ? withLesson(found) : found;
  const first = base?.surface ?? initialSurface('rosenbrock');
  if (given === undefined) return { scene: base ?? sceneOn(first), problems: report.problems };
  report.unknown('', given, Object.keys(entries));
  report.field('version', entries.version, own(given, 'version'), 1);
  const surface = readSurface(report, own(given, 'surface'), first);
  const kept = keptOn(surface, base);
  const optimizers = readRunners(report, own(given, 'optimizers'), surface, kept.optimizers);
  const listed = <K extends 'solo' | 'inspect'>(name: K): { [P in K]?: string } => {
    const chosen: { [P in K]?: string } = report.optional(name, entries[name].wrapped, given, kept[name]);
    const id = chosen[name];
    if (optimizers.some((runner) => runner.id === id)) return chosen;
    if (id !== undefined && own(given, name) !== undefined)
      report.mismatch(name, { en: 'the id of an optimizer of the scene', zh: '场景中某个优化器的 id' }, id);
    return {};
  };
  const batch = report.optional('batch', entries.batch.wrapped, given, kept.batch);
  if (batch.batch !== undefined && !hasRows(surface))
    report.add('batch', {
      en: 'this surface is not made of data, so that there are no batches; it is left out',
      zh: '这个曲面不是由数据构成的，没有小批量可取；已忽略',
    });
  const read: Scene = {
    version: 1,
    view: report.field('view', entries.view, own(given, 'view'), kept.view),
    surface,
    start: report.field('start', entries.start, own(given, 'start'), kept.start),
    steps: report.field('steps', entries.steps, own(given, 'steps'), kept.steps),
    seed: report.field('seed', entries.seed, own(given, 'seed'), kept.seed),
    noise: report.field('noise', entries.noise, own(given, 'noise'), kept.noise),
    ...report.optional('fan', entries.fan.wrapped, given, kept.fan),
    ...(hasRows(surface) ? batch : {}),
    schedule: readSchedule(report, own(given, 'schedule'), kept.schedule),
    muSchedule: readMuSchedule(report, own(given, 'muSchedule'), kept.muSchedule),
    optimizers,
    ...report.optional('fork', entries.fork.wrapped, given, kept.fork),
    ...listed('solo'),
    ...listed('inspect'),
    ...report.optional('curvature', entries.curvature.wrapped, given, kept.curvature),
    ...readBackprop(report, own(given, 'backprop'), kept.backprop),
    ...readNetwork(report, own(given, 'network'), kept.network),
    ...report.optional('lesson', entries.lesson.wrapped, given, kept.lesson),
    ...report.optional('cursor', entries.cursor.wrapped, given, kept.cursor),
  };
  const changes = own(given, 'interventions') ?? interventionsIn(kept);
  const { dropped, steps: most } = affordable(read, Array.isArray(changes) && changes.length > 0);
  const ids = [...dropped].map(({ id }) => id);
  if (ids.length > 0)
    report.add('optimizers', {
      en: `these formulas are so long that ${ids.join(', ')} do not take part`,
      zh: `这些公式过长，${ids.join('、')} 不参加`,
    });
  if (read.steps > most)
    report.add('steps', {
      en: `these formulas are so long that ${most} steps are run instead of ${read.steps}`,
      zh: `这些公式过长，只运行 ${most} 步，而不是 ${read.steps} 步`,
    });
  const steps = Math.min(read.steps, most);
  const running = read.optimizers.map((one) => (dropped.has(one) ? { ...one, off: true } : one));
  const list = readInterventions(report, own(given, 'interventions'), optimizers, steps, interventionsIn(kept));
  const interventions = list.length > 0 ? { interventions: list } : {};
  const whole = { ...read, optimizers: running, steps, ...interventions };
  const maps = readMaps(report, own(given, 'maps'), whole, kept.maps);
  return { scene: { ...whole, ...maps }, problems: report.problems };
}
