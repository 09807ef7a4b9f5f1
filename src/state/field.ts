import * as v from 'valibot';
import type { Quantity } from '../formula/quantity.ts';
import type { Text } from '../formula/text.ts';

/** Characters that any string from outside may have. */
export const textLimit = 2000;
/** Steps that a run may have. */
export const stepLimit = 20_000;
/** The largest seed: 32 bits. */
export const seedLimit = 2 ** 32 - 1;
/** Seeds that a fan may have. */
export const fanLimit = 200;
/** Optimizers that a scene may have. */
export const runnerLimit = 24;

/** Pixels that a map may have across or up. */
export const mapLimit = 4096;

/** Interventions that a scene may have. */
export const interventionLimit = 256;
/** Points that a recorded path may have. */
export const recordedLimit = 64;
/** Rows of data that a scene may have: its loss is written out row by row, and its shader with it. */
export const rowLimit = 200;

export const expected = <T>(en: string, zh: string): v.MetadataAction<T, { expected: Text }> =>
  v.metadata({ expected: { en, zh } });

/** What a schema accepts, for the sentence about what it did not. */
export const expectationOf = (schema: v.GenericSchema): Text => v.getMetadata(schema)['expected'] as Text;

/** A number that JSON can hold; −0 becomes the 0 that JSON would make of it. */
const finite = v.pipe(
  v.number(),
  v.finite(),
  v.transform((value) => value + 0),
);

export const real = v.pipe(finite, expected('a finite number', '有限的数'));

export const atLeast = (least: number) =>
  v.pipe(finite, v.minValue(least), expected(`a finite number of at least ${least}`, `不小于 ${least} 的有限数`));

export const between = (least: number, most: number) =>
  v.pipe(
    finite,
    v.minValue(least),
    v.maxValue(most),
    expected(`a number from ${least} to ${most}`, `${least} 到 ${most} 的数`),
  );

export const wholeNumber = (least: number, most: number) =>
  v.pipe(
    finite,
    v.integer(),
    v.minValue(least),
    v.maxValue(most),
    expected(`a whole number from ${least} to ${most}`, `${least} 到 ${most} 的整数`),
  );

export const oneOf = <const Option extends string>(options: readonly Option[]) =>
  v.pipe(v.picklist(options), expected(`one of ${options.join(', ')}`, `以下之一：${options.join('、')}`));

export const sceneVersion = v.pipe(v.literal(1), expected('1', '1'));

export const yesOrNo = v.pipe(v.boolean(), expected('true or false', 'true 或 false'));

export const text = v.pipe(
  v.string(),
  v.maxLength(textLimit),
  expected(`a text of at most ${textLimit} characters`, `不超过 ${textLimit} 个字符的文本`),
);

/** A name that a formula or a table can use; those that every object has are left out, as no scene needs them. */
export const isName = (name: string): boolean => /^[A-Za-z_]\w{0,39}$/.test(name) && !(name in Object.prototype);

export const identifier = v.pipe(
  v.string(),
  v.check(isName),
  expected('a name of letters, digits and "_", at most 40', '由字母、数字和 "_" 组成的名称，最多 40 个字符'),
);

export const names = v.pipe(
  v.array(identifier),
  v.maxLength(16),
  expected('a list of at most 16 names', '最多 16 个名称的列表'),
);

export const point = v.pipe(v.tuple([real, real]), expected('two finite numbers [x, y]', '两个有限的数 [x, y]'));

/** Numbers of domains and of data lie within ±this: beyond, squares leave what the graphics card can hold. */
export const farthest = 1e9;

export const dataRow = v.tuple([real, real]);

export const lossKind = oneOf(['squared', 'huber']);

export const domain = v.pipe(
  v.tuple([real, real, real, real]),
  v.check((ends) => ends.every((end) => Math.abs(end) <= farthest)),
  v.check(([x0, x1, y0, y1]) => x0 < x1 && y0 < y1),
  expected(
    '[x from, x to, y from, y to] within ±1e9, each "from" below its "to"',
    '[x 起, x 止, y 起, y 止]，在 ±1e9 之内，且每个“起”小于“止”',
  ),
);

/** The values that a quantity may have from outside: the slider's range binds only where the formula needs it. */
export const valueOf = (quantity: Quantity) => {
  if (quantity.integer === true) return wholeNumber(quantity.min, 1e9);
  return quantity.scale === 'log' ? atLeast(0) : real;
};

/** The same where the slider's range binds: a spiral of a billion arms would need as many outputs. */
export const boundValueOf = ({ min, max, integer }: Quantity) =>
  integer === true ? wholeNumber(min, max) : atLeast(min);

/** Values that may be typed. They reach farther than the slider. */
export interface Limits {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

/** What a schema of numbers accepts, for the field in which they are typed. */
export function limitsIn(schema: v.GenericSchema<unknown, number>): Limits {
  const { pipe = [] } = schema as { pipe?: readonly { type: string; requirement?: unknown }[] };
  const bound = (type: string, none: number): number =>
    (pipe.find((item) => item.type === type)?.requirement ?? none) as number;
  return {
    least: bound('min_value', -Infinity),
    most: bound('max_value', Infinity),
    whole: pipe.some(({ type }) => type === 'integer'),
  };
}
