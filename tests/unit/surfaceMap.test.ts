import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../src/engine/field.ts';
import { heightIn, isolines } from '../../src/scene/geometry/height.ts';
import { readScene } from '../../src/state/scene.ts';
import { surfaceIn, type SurfaceInScene } from '../../src/state/surface.ts';
import { type Band, eachBand } from '../../src/ui/contour/contours.ts';
import { surfaceMap } from '../../src/ui/contour/surfaceMap.ts';
import { surfaces } from '../../surfaces/catalog.ts';
import { quickest } from './quick.ts';

describe('the map of a surface', () => {
  const mapIn = (surface: object): [SurfaceInScene, readonly Band[]] => {
    const { scene, problems } = readScene({ surface });
    expect(problems).toEqual([]);
    const shown = surfaceIn(scene);
    return [shown, surfaceMap(shown, 260).bands];
  };
  const typed = (formula: string) => ({ formula, params: {}, domain: [-2, 2, -2, 2] });
  const grid = { columns: 260, rows: 260 };
  const ripples = ['sin((2.5x)^2 + (2.5y)^2)', 'sin(9x*y)', 'sin(25x)*cos(25y)'];

  test.each([...surfaces.map(({ id }) => ({ id })), ...ripples.map(typed)])('is as fine as was asked: %j', (of) => {
    const [{ formula, values, domain, ...surface }, bands] = mapIn(of);
    const { unit } = heightIn({ formula, values, domain, ...surface });
    const field = fieldOf(formula, Object.keys(values));
    expect(bands).toEqual([...eachBand(field, values, domain, unit, isolines, grid)]);
  });

  test.each(['1/0', '-1/0', 'sqrt(-1 - x^2)'])('is empty where no loss is finite: %s', (formula) => {
    expect(mapIn(typed(formula))[1].flatMap(({ rings }) => rings)).toEqual([]);
  });

  test('is coarser where outlines would be too many, or samples would take too long', () => {
    const took = (formula: string): number => {
      const [surface] = mapIn(typed(formula));
      return quickest(0, () => surfaceMap(surface, 260));
    };
    const [noise, powers] = ['sin(1000000x)*sin(1000000y)', `a=x*y+2;${'a=abs(a)^1.01+y;'.repeat(110)}`];
    expect(took(noise) / took('x^2 + y^2')).toBeLessThan(25);
    expect(took(powers) / took('x^2 + y^2')).toBeLessThan(8);
  });
});
