import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, panned, revealing, type View, zoomed } from '../../src/ui/graph/viewport.ts';

const window = { width: 800, height: 500 };
const pointAt = ({ x, y, scale }: View, at: { x: number; y: number }) => ({ x: x + scale * at.x, y: y + scale * at.y });

describe('the view of a drawing', () => {
  it('fits all of it with room around it, in the middle, small ones not too large', () => {
    const size = fc.record({ width: fc.integer({ min: 1, max: 5000 }), height: fc.integer({ min: 1, max: 5000 }) });
    fc.assert(
      fc.property(size, (drawing) => {
        const view = fitted(drawing, window, 20);
        const [from, to] = [pointAt(view, { x: 0, y: 0 }), pointAt(view, { x: drawing.width, y: drawing.height })];
        expect(Math.min(from.x, from.y)).toBeGreaterThanOrEqual(20 - 1e-6);
        expect(window.width - to.x).toBeCloseTo(from.x, 6);
        expect(window.height - to.y).toBeCloseTo(from.y, 6);
        expect(view.scale).toBeLessThanOrEqual(1.75);
      }),
    );
  });

  it('is zoomed about a point, within limits', () => {
    const view = { x: 30, y: -20, scale: 0.8 };
    const next = zoomed(view, 1.5, 300, 200);
    expect(next.scale).toBeCloseTo(1.2, 12);
    expect((300 - next.x) / next.scale).toBeCloseTo((300 - view.x) / view.scale, 9);
    expect((200 - next.y) / next.scale).toBeCloseTo((200 - view.y) / view.scale, 9);
    expect(zoomed(view, 1e9, 0, 0).scale).toBe(4);
    expect(zoomed(view, 0, 0, 0).scale).toBe(0.05);
  });

  it('moves no farther than a point needs to be seen', () => {
    const view = { x: 0, y: 0, scale: 1 };
    expect(revealing(view, { x: 400, y: 250 }, window, 90)).toEqual(view);
    expect(revealing(view, { x: 1000, y: 250 }, window, 90)).toEqual(panned(view, -290, 0));
    expect(revealing(view, { x: 0, y: -100 }, window, 90)).toEqual(panned(view, 90, 190));
    expect(revealing(view, { x: 0, y: 0 }, { width: 100, height: 100 }, 90)).toEqual(panned(view, 50, 50));
  });
});
