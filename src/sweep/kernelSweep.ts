import { type Compiled, stepLoop } from '../engine/compile.ts';
import { writeArgs, writeInput, writeInputs } from '../engine/inputs.ts';
import { advanceAll, firstOf, type Settings, writeFirst } from '../engine/simulate.ts';
import { verdict } from '../engine/status.ts';
import { pageBytes } from '../formula/emit/module.ts';
import { compileLoop } from '../formula/emit/wasm.ts';
import { memoryBytes } from '../formula/loop.ts';
import { namesOn, valuesOn } from './axis.ts';
import { type Cells, classes, classOf, emptyCells } from './cells.ts';
import { allDependents } from './dependents.ts';
import { type Region, runsIn } from './lattice.ts';
import { type SettingsAlong, settingsAlong, type SweepPlan } from './plan.ts';

const classIndex = new Map<string, number>(classes.map((name, i) => [name, i]));

/** Memories of kernels that are done with: browsers reserve gigabytes of addresses for each, and free them late. */
const spare: WebAssembly.Memory[] = [];

const memoryOf = (bytes: number): WebAssembly.Memory => {
  const memory = spare.pop() ?? new WebAssembly.Memory({ initial: 0 });
  const missing = Math.ceil((bytes - memory.buffer.byteLength) / pageBytes);
  if (missing > 0) memory.grow(missing);
  return memory;
};

/** A kernel in a memory of its own, in which what does not vary over the map stays from run to run. */
function compileAlone({ loss, rule, noise, steps }: Settings): { compiled: Compiled; memory: WebAssembly.Memory } {
  const step = stepLoop(loss, rule, noise > 0);
  const place = { offset: 0, rows: steps + 2 };
  const memory = memoryOf(memoryBytes(step.loop, place.rows));
  return { compiled: { ...step, kernel: compileLoop(step.loop, place, memory), held: new Map() }, memory };
}

/** Makes the runs of a map with the engine's own kernel, in float64. Throws FormulaError, and RangeError for an axis without a meaning. */
export class KernelSweep {
  private readonly across: Float64Array;
  private readonly up: Float64Array;
  private readonly along: SettingsAlong;
  private readonly compiled: Compiled;
  private readonly memory: WebAssembly.Memory;
  /** Input columns that vary with each axis; undefined where all of them have to be written anew for every run. */
  private readonly inputs: readonly [string[], string[]] | undefined;
  private readonly variesFirst: boolean;
  private readonly variesArgs: boolean;
  private latestUp = NaN;
  private isWritten = false;
  private isDefined = false;

  constructor(plan: SweepPlan) {
    const { settings, axes, size } = plan;
    this.across = valuesOn(axes[0], size[0]);
    this.up = valuesOn(axes[1], size[1]);
    this.along = settingsAlong(plan);
    ({ compiled: this.compiled, memory: this.memory } = compileAlone(settings));
    const found = axes.map((axis) => allDependents(this.compiled, namesOn(axis)));
    this.variesFirst = found.some(({ first }) => first);
    this.variesArgs = found.some(({ args }) => args);
    const [across, up] = found.map(({ inputs }) => inputs) as [string[], string[]];
    const isSimple = settings.interventions === undefined && !axes.some((axis) => namesOn(axis).includes('seed'));
    this.inputs = isSimple ? [across, up] : undefined;
  }

  /** Puts what differs from the run before into the kernel's memory. */
  private write(settings: Settings, up: number): void {
    const { compiled, inputs } = this;
    if (!this.isWritten || inputs === undefined) writeInputs(compiled, settings);
    else {
      if (this.variesArgs) writeArgs(compiled, settings, settings.rule.values);
      for (const name of inputs[0]) writeInput(compiled, settings, name);
      if (up !== this.latestUp) for (const name of inputs[1]) writeInput(compiled, settings, name);
    }
    if (!this.isWritten || this.variesFirst) this.isDefined = writeFirst(compiled, firstOf(compiled, settings));
    this.isWritten = true;
    this.latestUp = up;
  }

  private put(cells: Cells, at: number, across: number, up: number): void {
    const settings = this.along.at(across, up);
    this.write(settings, up);
    const finite = this.isDefined ? advanceAll(this.compiled, settings) : -1;
    const { outputs } = this.compiled.kernel;
    const { status, at: step, minimum } = verdict(outputs, finite, settings);
    const loss = outputs['loss'] as Float64Array;
    cells.loss[at] = finite === settings.steps ? (loss[finite] as number) : NaN;
    cells.steps[at] = step;
    cells.class[at] = classIndex.get(classOf(status, loss, settings.steps)) as number;
    cells.minimum[at] = minimum;
  }

  /** The runs of a region, in its order. */
  run(region: Region): Cells {
    const cells = emptyCells(runsIn(region));
    const put = (to: number, column: number, row: number): void =>
      this.put(cells, to, this.across[column] as number, this.up[row] as number);
    if ('pixels' in region) {
      const { length: width } = this.across;
      region.pixels.forEach((at, to) => put(to, at % width, Math.floor(at / width)));
    } else
      for (let j = 0; j < region.up; j += 1)
        for (let i = 0; i < region.across; i += 1)
          put(j * region.across + i, region.x + i * region.stride, region.y + j * region.stride);
    return cells;
  }

  /** Leaves its memory to another; it can make no more runs. */
  release(): void {
    spare.push(this.memory);
  }
}

/** A whole map at once, on the thread that it is called on. */
export function sweep(plan: SweepPlan): Cells {
  const [width, height] = plan.size;
  const kernel = new KernelSweep(plan);
  const cells = kernel.run({ x: 0, y: 0, stride: 1, across: width, up: height, block: 1 });
  kernel.release();
  return cells;
}
