import { describe, expect, it } from 'vitest';
import { dictionaries } from '../../src/i18n/dictionaries.ts';
import { dataIds } from '../../src/state/network/schema.ts';
import { networkIn } from '../../src/state/network/settings.ts';
import { ruleIn } from '../../src/state/rule.ts';
import { initialScene, readScene, type Scene } from '../../src/state/scene.ts';
import {
  budgetFields,
  decayFields,
  type Field,
  filterField,
  generatorFields,
  layerFields,
  penaltyField,
  rateField,
  splitFields,
} from '../../src/ui/network/panel/fields.ts';
import { decays, withData, withDecay, withNetwork } from '../../src/ui/network/panel/recipes.ts';
import { readNumber } from '../../src/ui/slider/number.ts';

const { en } = dictionaries;

/** Every field of the lab as a scene shows it. */
function fieldsOf(scene: Scene): Field[] {
  const settings = networkIn(scene);
  const { convolution } = settings;
  return [
    ...generatorFields(settings, en, 'en'),
    ...splitFields(settings, en),
    ...layerFields(settings, en),
    ...(convolution === undefined ? [] : [filterField(convolution, en)]),
    penaltyField(settings, en),
    ...budgetFields(settings, en),
    ...decayFields(settings, en, 'en'),
    ...scene.optimizers.map((runner) => rateField(settings, runner, ruleIn(runner), en, 'en')),
  ];
}

const scenes: [string, Scene][] = [
  ...dataIds.map((data): [string, Scene] => [data, withData(data)(initialScene())]),
  ...decays.map(({ id }): [string, Scene] => [id, withDecay(id)(initialScene())]),
  ['filters', withNetwork({ data: 'digits', convolution: { filters: 4, size: 3, stride: 1 } })(initialScene())],
];

/** What a reader of the changed scene has to say about it. */
const problemsWith = (field: Field, value: number, scene: Scene): readonly unknown[] => {
  const { network, ...rest } = JSON.parse(JSON.stringify(field.recipe(value)(scene))) as Scene;
  const { scene: read, problems } = readScene({ ...rest, network });
  if (problems.length === 0) expect(read.network).toEqual(network);
  return problems;
};

describe.each(scenes)('the fields of the lab: %s', (_, scene) => {
  const fields = fieldsOf(scene).map((field) => [field.name, field] as const);

  it.each(fields)('%s takes what a scene may hold, and no more', (name, field) => {
    const { least, most, whole } = field.limits;
    const ends = [least, most, field.quantity.min, field.quantity.max, field.value].filter(Number.isFinite);
    for (const value of ends) {
      expect(readNumber(String(value), field.limits), name).toEqual({ value });
      expect(problemsWith(field, value, scene), `${name} ${value}`).toEqual([]);
    }
    const gap = whole ? 1 : 1e-3;
    for (const value of [least - gap, most + gap].filter(Number.isFinite))
      expect(problemsWith(field, value, scene), `${name} ${value}`).toHaveLength(1);
    if (whole) expect(problemsWith(field, field.value + 0.5, scene), name).toHaveLength(1);
    if (!Number.isFinite(most)) expect(problemsWith(field, 1e12, scene), name).toEqual([]);
    if (!Number.isFinite(least)) expect(problemsWith(field, -1e12, scene), name).toEqual([]);
  });
});

it('a share of 0 is refused where it is typed, and the least is named', () => {
  const shares = splitFields(networkIn(initialScene()), en).filter(({ name }) => name !== 'seed');
  expect(shares.map(({ limits }) => readNumber('0', limits))).toEqual([
    { fault: 'tooSmall', limit: 0.01 },
    { fault: 'tooSmall', limit: 0.01 },
  ]);
});
