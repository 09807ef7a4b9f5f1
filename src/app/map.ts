import type { Language, Text } from '../formula/text.ts';
import { mapLimit, stepLimit } from '../state/field.ts';
import { axisQuantities, wholeAxis } from '../state/maps/axes.ts';
import { sweepPoolNow } from '../state/maps/maker.ts';
import { type MapChoice, planOf } from '../state/maps/plan.ts';
import { checkAxis } from '../state/maps/range.ts';
import { backendOf } from '../state/maps/sweeps.ts';
import type { Runner, Scene } from '../state/scene.ts';
import type { SweepAxis } from '../sweep/axis.ts';
import { type Cells, classes, emptying } from '../sweep/cells.ts';
import { type Backend, backends } from '../sweep/messages.ts';

/** What `window.downhill.map` is asked for. What is left out is as in the scene. */
export interface MapSpec {
  /** The id of an optimizer of the scene. */
  readonly optimizer: string;
  /** Across and up: `lr`, `beta1`, …, `start.x`, `schedule.rate`, `surface.b`, …; scale and range as its slider's where left out. */
  readonly axes: readonly (Pick<SweepAxis, 'name'> & Partial<SweepAxis>)[];
  readonly size?: readonly [width: number, height: number];
  readonly steps?: number;
  /** How near to a minimum a settled run stays, as a share of the domain's diagonal. */
  readonly tolerance?: number;
  /**
   * `gpu`: in float32, but for what float64 makes anew; the step that a class speaks of can be another one than the
   * engine's. `worker`: in float64, every number as the engine has it. Left out: `gpu`, where float32 tells the values on
   * the axes apart.
   */
  readonly backend?: Backend;
  /** Ends the map: the promise rejects with the signal's reason, and nothing more is made. */
  readonly signal?: AbortSignal;
  /** Called with the share of the work that is done, up to 1; where it throws, the map ends and rejects with that. */
  readonly onProgress?: (share: number) => void;
}

/** A map: `class` holds indices into `classes`, `minimum` those of the surface's minima, −1 where none was reached. */
export interface MapOfRuns extends Cells {
  readonly classes: readonly string[];
  /** Where most of it was made: the graphics card may not have taken it. */
  readonly backend: Backend;
  /** Pixels that float64 has made anew, as float32 cannot tell what becomes of them. */
  readonly refined: number;
  /** Milliseconds until all pixels had been made once. */
  readonly onceMs: number;
}

const usualSize = 256;

const fault = (name: string, en: string, zh: string): Text => ({
  en: `${name}: expected ${en}`,
  zh: `${name}：应为${zh}`,
});

class SpecReader {
  private readonly language: Language;

  constructor(language: Language) {
    this.language = language;
  }

  /** Throws the sentence where something is not as it should be. */
  private expect(isRight: boolean, text: Text): void {
    if (!isRight) throw new Error(text[this.language]);
  }

  private whole(name: string, value: unknown, most: number): number {
    const isRight = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
    this.expect(isRight, fault(name, `a whole number from 1 to ${most}`, ` 1 到 ${most} 的整数`));
    return value as number;
  }

  runner(scene: Scene, id: unknown): Runner {
    const runner = scene.optimizers.find((each) => each.id === id);
    const ids = scene.optimizers.map((each) => each.id);
    this.expect(runner !== undefined, fault('optimizer', `one of ${ids.join(', ')}`, `以下之一：${ids.join('、')}`));
    return runner as Runner;
  }

  private axis(scene: Scene, runner: Runner, given: unknown, path: string): SweepAxis {
    const { name, ...range } = (given ?? {}) as Partial<SweepAxis>;
    const quantities = axisQuantities(scene, runner);
    const names = Object.keys(quantities);
    this.expect(
      typeof name === 'string' && Object.hasOwn(quantities, name),
      fault(`${path}.name`, `one of ${names.join(', ')}`, `以下之一：${names.join('、')}`),
    );
    const axis = { ...wholeAxis(quantities, name as string), ...range, name: name as string };
    const why = checkAxis(axis);
    if (why !== undefined) throw new Error(fault(path, why.en, why.zh)[this.language]);
    return axis;
  }

  choice(scene: Scene, runner: Runner, { axes, size, steps, tolerance }: MapSpec): MapChoice {
    this.expect(Array.isArray(axes) && axes.length === 2, fault('axes', 'two of them', '两个轴'));
    const across = this.axis(scene, runner, axes[0], 'axes[0]');
    const up = this.axis(scene, runner, axes[1], 'axes[1]');
    this.expect(across.name !== up.name, fault('axes', 'two different names', '两个不同的名称'));
    this.expect(
      tolerance === undefined || (typeof tolerance === 'number' && tolerance > 0 && tolerance < 1),
      fault('tolerance', 'a number between 0 and 1', ' 0 和 1 之间的数'),
    );
    const sides: unknown = size ?? [usualSize, usualSize];
    this.expect(Array.isArray(sides) && sides.length === 2, fault('size', 'width and height', '宽和高'));
    const [width, height] = sides as readonly unknown[];
    return {
      axes: [across, up],
      size: [this.whole('size[0]', width, mapLimit), this.whole('size[1]', height, mapLimit)],
      steps: this.whole('steps', steps ?? scene.steps, stepLimit),
      ...(tolerance !== undefined && { tolerance }),
    };
  }

  ends({ signal, onProgress }: MapSpec): Pick<MapSpec, 'signal' | 'onProgress'> {
    // One of another frame's is none of this one's class.
    const isSignal = typeof signal?.throwIfAborted === 'function' && typeof signal.addEventListener === 'function';
    this.expect((signal ?? undefined) === undefined || isSignal, fault('signal', 'an AbortSignal', ' AbortSignal'));
    const isFunction = typeof onProgress === 'function';
    this.expect((onProgress ?? undefined) === undefined || isFunction, fault('onProgress', 'a function', '函数'));
    return { ...(isSignal && { signal }), ...(isFunction && { onProgress }) };
  }

  backend(backend: unknown): Backend {
    const isRight = backends.includes(backend as Backend);
    this.expect(isRight, fault('backend', `one of ${backends.join(', ')}`, `以下之一：${backends.join('、')}`));
    return backend as Backend;
  }
}

/** Cells for so many runs, emptied with other work in between. */
async function roomFor(count: number): Promise<Cells> {
  const parts = emptying(count);
  for (;;) {
    const { done, value } = parts.next();
    if (done === true) return value;
    await new Promise((next) => setTimeout(next));
  }
}

/** A map of the scene; rejects with a sentence in the reader's language for what is not a map of it. */
export async function mapOf(spec: MapSpec, scene: Scene, language: Language): Promise<MapOfRuns> {
  const reader = new SpecReader(language);
  const runner = reader.runner(scene, spec?.optimizer);
  const choice = reader.choice(scene, runner, spec);
  const plan = planOf(scene, runner, choice);
  const [wanted, { size }] = [reader.backend(spec.backend ?? backendOf(plan)), choice];
  const { signal, onProgress } = reader.ends(spec);
  signal?.throwIfAborted();
  const cells = await roomFor(size[0] * size[1]);
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    let [refined, onceMs] = [0, 0];
    const begun = performance.now();
    const stop = (reason: unknown): void => {
      drop();
      reject(reason as Error);
    };
    const drop = sweepPoolNow().make({ plan, backend: wanted, cells }, (news) => {
      if ('failure' in news) reject(new Error(news.failure));
      else {
        try {
          onProgress?.(news.share);
        } catch (error) {
          return stop(error);
        }
        if ('pixels' in news.region) refined += news.region.pixels.length;
        else onceMs = performance.now() - begun;
        if (news.share === 1) resolve({ ...cells, classes, backend: news.backend, refined, onceMs });
      }
    });
    signal?.addEventListener('abort', () => stop(signal.reason), { once: true });
  });
}
