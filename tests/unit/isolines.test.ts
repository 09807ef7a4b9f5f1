import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { initialScene } from '../../src/state/scene.ts';
import { surfaceIn } from '../../src/state/surface.ts';
import { isolinesInTurn } from '../../src/ui/maps/isolines.ts';

const frames: (() => void)[] = [];
/** Lets the page draw until it asks for nothing more. */
const draw = (): number => {
  let drawn = 0;
  for (let frame = frames.shift(); frame !== undefined; frame = frames.shift()) {
    frame();
    drawn += 1;
  }
  return drawn;
};

const bowl = surfaceIn(initialScene('bowl'));
const steep = { ...bowl, values: { ...bowl.values, a: 3 } };

describe('isolines over maps', () => {
  beforeEach(() => {
    // At the second look at the clock a slice is over.
    let now = 0;
    vi.stubGlobal('performance', { now: () => (now += 3) });
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
    vi.stubGlobal('setTimeout', (work: () => void) => frames.push(work));
  });
  afterEach(() => {
    draw();
    vi.unstubAllGlobals();
  });

  it('are made over several frames, and told of once', () => {
    const made = vi.fn<() => void>();
    const isolines = isolinesInTurn(made);
    expect(isolines.of(bowl)).toEqual([]);
    expect(draw()).toBeGreaterThan(4);
    expect(made).toHaveBeenCalledOnce();
    const bands = isolines.of(bowl);
    expect(bands).toHaveLength(12);
    expect(bands.every(({ rings }) => rings.length > 0)).toBe(true);
    expect(isolines.of(bowl)).toBe(bands);
    expect(frames).toEqual([]);
  });

  it('stay while a parameter moves; one that is begun is made, then the latest', () => {
    const shown: unknown[] = [];
    const isolines = isolinesInTurn(() => void shown.push(isolines.of(steep)));
    isolines.of(bowl);
    frames.shift()?.();
    expect(isolines.of(steep)).toEqual([]);
    draw();
    const [first, second] = shown;
    expect(shown).toHaveLength(2);
    expect(second).not.toBe(first);
    expect(isolines.of(steep)).toBe(second);
  });

  it('are not those of another formula or part of the plane', () => {
    const isolines = isolinesInTurn(() => undefined);
    isolines.of(bowl);
    draw();
    expect(isolines.of({ ...bowl, domain: [0, 1, 0, 1] })).toEqual([]);
    expect(isolines.of(surfaceIn(initialScene('saddle')))).toEqual([]);
  });

  it('are dropped where they are stopped, and begun anew where they are asked for again', () => {
    const made = vi.fn<() => void>();
    const isolines = isolinesInTurn(made);
    isolines.of(bowl);
    frames.shift()?.();
    isolines.stop();
    draw();
    expect(made).not.toHaveBeenCalled();
    isolines.of(bowl);
    draw();
    expect(made).toHaveBeenCalledOnce();
  });
});
