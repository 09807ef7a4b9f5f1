import { settledWithin } from '../../engine/status.ts';
import { valuesOn } from '../axis.ts';
import { type Cells, tailOf } from '../cells.ts';
import { columnsAcross, mapShader, type MapShader, mostMinima, planeOf, vectorsOf } from '../shader.ts';
import { columnTexels, powerBase, settingOf } from '../columns.ts';
import { type Part, runsIn } from '../lattice.ts';
import type { SweepPlan } from '../plan.ts';
import { cellsFrom } from '../record.ts';
import { type Device, programOf, texture } from './device.ts';

/** What a pass may take, so that others have the graphics card in between: milliseconds. */
const passMs = 28;
/** Steps of the first pass of a program on a card; later ones are as many as the time allows. */
const firstSteps = 16;
/** Steps of a pass at least: fewer would spend more on keeping the runs than on making them. */
const leastSteps = 8;
const programLimit = 24;
/** Pairs of targets that are kept: a thread has the passes of as many parts in turns. */
const spareLimit = 2;

/** A framebuffer, and the textures that it writes: the record first. */
interface Target {
  readonly size: readonly [number, number];
  readonly frame: WebGLFramebuffer;
  readonly textures: readonly WebGLTexture[];
}

type Pair = readonly [Target, Target];

/** Makes the runs of maps on the graphics card, in float32. */
export class GpuSweep {
  private readonly device: Device;
  private readonly now: () => number;
  private readonly programs = new Map<string, WebGLProgram>();
  /** Steps × pixels that fitted into a pass, by program. */
  private readonly affordable = new WeakMap<WebGLProgram, number>();
  /** Targets that parts before have left, the oldest first. */
  private spares: Pair[] = [];
  /** The latest plan's: a map is made of many parts. */
  private shader: { readonly key: string; readonly made: MapShader } | undefined;

  /** @param now a clock in milliseconds, by which passes are kept short */
  constructor(device: Device, now: () => number) {
    this.device = device;
    this.now = now;
  }

  /** Whether a context has been lost, and with it everything that this sweep has made. */
  get isLost(): boolean {
    return this.device.gl.isContextLost();
  }

  private shaderOf(plan: SweepPlan): MapShader {
    const key = JSON.stringify(plan);
    if (this.shader?.key !== key) this.shader = { key, made: mapShader(plan) };
    return this.shader.made;
  }

  private program(fragment: string): WebGLProgram {
    const known = this.programs.get(fragment);
    if (known !== undefined) return known;
    const { gl } = this.device;
    const made = programOf(gl, fragment);
    const oldest = [...this.programs][0];
    if (oldest !== undefined && this.programs.size >= programLimit) {
      gl.deleteProgram(oldest[1]);
      this.programs.delete(oldest[0]);
    }
    this.programs.set(fragment, made);
    return made;
  }

  /** Two targets to draw from one into the other: those that a part before has left, where they fit. */
  private pair(size: readonly [number, number], count: number): Pair {
    const fits = ([target]: Pair): boolean => target.size.join() === size.join() && target.textures.length === count;
    const at = this.spares.findIndex(fits);
    if (at >= 0) return this.spares.splice(at, 1)[0] as Pair;
    return [this.target(size, count), this.target(size, count)];
  }

  /** Keeps a pair for parts to come, in place of the oldest where there are enough. */
  private leave(pair: Pair): void {
    const { gl } = this.device;
    if (this.spares.push(pair) <= spareLimit) return;
    for (const { frame, textures } of this.spares.shift() ?? []) {
      gl.deleteFramebuffer(frame);
      for (const each of textures) gl.deleteTexture(each);
    }
  }

  private target(size: readonly [number, number], count: number): Target {
    const { gl } = this.device;
    const frame = gl.createFramebuffer();
    const textures = Array.from({ length: count }, () => texture(gl, size, 4));
    gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
    textures.forEach((each, i) =>
      gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0 + i, gl.TEXTURE_2D, each, 0),
    );
    gl.drawBuffers(textures.map((_, i) => gl.COLOR_ATTACHMENT0 + i));
    return { size, frame, textures };
  }

  /**
   * The runs of a part; between two passes it hands back control. Throws where the device cannot take the map: too many
   * targets, or minima, or too large; and where the context is lost on the way.
   */
  *run(plan: SweepPlan, part: Part): Generator<undefined, Cells> {
    const { gl, targets, largest } = this.device;
    const { settings, axes, size } = plan;
    const shader = this.shaderOf(plan);
    const vectors = vectorsOf(shader.kept);
    const extent = [part.across, part.up] as const;
    if (vectors + 1 > targets || (plan.minima?.length ?? 0) > mostMinima || Math.max(...extent) > largest)
      throw new RangeError('the graphics card cannot take this map');
    const values = (axis: 0 | 1, first: number, count: number): Float32Array => {
      const all = valuesOn(axes[axis], size[axis]);
      return Float32Array.from({ length: count }, (_, i) => all[first + i * part.stride] as number);
    };
    const across = texture(gl, [part.across, 1], 1, values(0, part.x, part.across));
    const up = texture(gl, [part.up, 1], 1, values(1, part.y, part.up));
    const texels = columnTexels(settings, shader.columns);
    const columns = texture(gl, [columnsAcross, texels.length / columnsAcross / 4], 4, texels);
    const pair = this.pair(extent, vectors + 1);
    try {
      const records = yield* this.passes(plan, shader, runsIn(part), extent, pair, [across, up, columns]);
      return cellsFrom(records, settings.steps, plan.minima !== undefined);
    } finally {
      this.leave(pair);
      for (const each of [across, up, columns]) gl.deleteTexture(each);
    }
  }

  private *passes(
    plan: SweepPlan,
    shader: MapShader,
    runs: number,
    [width, height]: readonly [number, number],
    pair: Pair,
    given: readonly WebGLTexture[],
  ): Generator<undefined, Float32Array> {
    const { gl } = this.device;
    const program = this.program(shader.fragment);
    const one = new Float32Array(4);
    const records = new Float32Array(4 * runs);
    const rows = plan.settings.steps + 1;
    let [from, side] = [0, 0];
    do {
      const [source, target] = side === 0 ? [pair[0], pair[1]] : [pair[1], pair[0]];
      const fits = this.affordable.get(program) ?? 0;
      const left = rows - from;
      const most = fits > 0 ? Math.max(leastSteps, fits / runs) : firstSteps;
      // Passes of the same length, none of them short for the sake of a few rows.
      const count = Math.min(left, Math.ceil(left / Math.max(1, Math.ceil(left / most - 0.2))));
      this.use(program, plan, shader, [...given, ...source.textures], from, count);
      gl.bindFramebuffer(gl.FRAMEBUFFER, target.frame);
      gl.viewport(0, 0, width, height);
      const before = this.now();
      gl.drawArrays(gl.TRIANGLES, 0, 3);
      // Reading waits for the pass, which is how long it takes: no more is asked for than can be drawn.
      gl.readBuffer(gl.COLOR_ATTACHMENT0);
      if (from + count < rows) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.FLOAT, one);
      else gl.readPixels(0, 0, width, height, gl.RGBA, gl.FLOAT, records);
      const took = this.now() - before;
      if (gl.isContextLost()) throw new Error('the graphics context was lost');
      // The first pass of a program compiles it, and says nothing about its speed.
      const change = fits > 0 ? Math.min(2, Math.max(0.5, passMs / Math.max(took, 0.05))) : 1;
      this.affordable.set(program, (fits > 0 ? fits : runs * firstSteps) * change);
      from += count;
      side = 1 - side;
      if (from < rows) yield undefined;
    } while (from < rows);
    return records;
  }

  /** Gives a program all that a pass needs: between two passes of a part, those of another may have been made. */
  private use(
    program: WebGLProgram,
    { settings, minima }: SweepPlan,
    { kept, minima: count, powers, uniforms }: MapShader,
    textures: readonly WebGLTexture[],
    from: number,
    rows: number,
  ): void {
    const { gl } = this.device;
    const at = (name: string) => gl.getUniformLocation(program, name);
    const plane = planeOf(settings.domain);
    gl.useProgram(program);
    for (const [name, uniform] of uniforms) gl.uniform1f(at(`given_${uniform}`), settingOf(settings, name));
    gl.uniform1f(at('tail_given'), tailOf(settings.steps));
    gl.uniform4f(at('plane_given'), ...plane);
    gl.uniform1f(at('within'), (settings.tolerance ?? settledWithin) ** 2 * plane[3]);
    const points = minima === undefined ? [] : (settings.minima ?? []);
    if (count > 0) gl.uniform2fv(at('minima_given'), points.flatMap(({ x, y }) => [x, y])); // prettier-ignore
    for (const [name, power] of powers) {
      const base = powerBase(settings, power);
      gl.uniform2f(at(`start_v_${name.replaceAll('.', '_')}`), base ** from, base);
    }
    gl.uniform1f(at('from'), from);
    gl.uniform1i(at('count'), rows);
    const samplers = ['across', 'up', 'columns', 'record_in', ...kept.map((_, i) => `kept_in${i}`)];
    textures.forEach((each, unit) => {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(gl.TEXTURE_2D, each);
      gl.uniform1i(at(samplers[unit] ?? ''), unit);
    });
  }
}
