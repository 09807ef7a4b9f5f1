import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { initialScene } from '../../src/state/scene.ts';
import { simulations } from '../../src/state/simulations.ts';
import type { Order } from '../../src/ui/compare/order.ts';
import { cellOf, type Column, type Row, rowsOf, sorted, tsv } from '../../src/ui/compare/rows.ts';

const row = (name: string, steps: number | undefined, finalLoss: number): Row => ({
  look: { id: name, name, colour: '#000000', glyph: 'circle', dash: [] },
  steps,
  evaluations: steps === undefined ? undefined : 2 * steps,
  finalLoss,
  pathLength: 1,
  largestStep: { length: 0.1 + 0.2, step: 3 },
  overshoot: 0,
  outcome: 'over',
});

const rows = [row('b', undefined, 3), row('a', 20, 1), row('c', 3, 100)];

const namesBy = (column: Column, direction: Order<Column>['direction']): string =>
  sorted(rows, { column, direction })
    .map(({ look }) => look.name)
    .join('');

describe('the table of runs', () => {
  test('sorts numbers by size and names by letter', () => {
    expect(namesBy('finalLoss', 'ascending')).toBe('abc');
    expect(namesBy('finalLoss', 'descending')).toBe('cba');
    expect(namesBy('name', 'descending')).toBe('cba');
  });

  test('puts runs without a number last either way', () => {
    expect(namesBy('steps', 'ascending')).toBe('cab');
    expect(namesBy('evaluations', 'descending')).toBe('acb');
  });

  test('leaves equals as they were', () => {
    expect(namesBy('pathLength', 'ascending')).toBe('bac');
    expect(namesBy('pathLength', 'descending')).toBe('bac');
  });

  test('is text with tabs, empty where there is nothing, numbers in full', () => {
    const [head, first, second] = tsv(rows, en.compare.columns).split('\n');
    expect(head?.split('\t')).toEqual(Object.values(en.compare.columns));
    expect(first?.split('\t')).toEqual(['b', '', '', '3', '1', '0.30000000000000004', '0', 'over']);
    expect(second?.split('\t').slice(0, 3)).toEqual(['a', '20', '40']);
  });

  test('has a row for every run of a scene', () => {
    const scene = initialScene('himmelblau');
    const { runs } = simulations().of(scene);
    const all = rowsOf(scene, runs, 'dark', 'zh');
    expect(all.map(({ look }) => look.id)).toEqual(runs.map(({ id }) => id));
    for (const one of all) expect(cellOf(one, 'outcome')).toMatch(/[\u4e00-\u9fff]/);
  });
});
