import * as v from 'valibot';
import type { Quantity } from '../../formula/quantity.ts';
import type { Text } from '../../formula/text.ts';
import { expectationOf, valueOf } from '../field.ts';
import { described, problem, type Problem, quoted } from '../problem.ts';

/** An object from outside, of which nothing is known but that it is one. */
export type Given = Readonly<Record<string, unknown>>;

/** A field's own value; what an object inherits is not part of a scene. */
export const own = (given: Given, key: string): unknown => (Object.hasOwn(given, key) ? given[key] : undefined);

const isShort = (kept: unknown): boolean => typeof kept === 'number' || typeof kept === 'string' || Array.isArray(kept);

/** So many problems are told one by one. */
const most = 50;

/** Reads fields of input from outside, and collects what is wrong with it. */
export class Report {
  readonly problems: Problem[] = [];

  add(path: string, text: Text): void {
    this.take(problem(path, text));
  }

  /** A problem that was found elsewhere. */
  take(found: Problem): void {
    if (this.problems.length < most) this.problems.push(found);
    else if (this.problems.length === most)
      this.problems.push(problem('', { en: 'more problems like these', zh: '还有更多类似的问题' }));
  }

  /** "expected …, found …", and what is used instead where that is short. */
  mismatch(path: string, expected: Text, found: unknown, kept?: unknown): void {
    const [came, stays] = [described(found), described(kept)];
    this.add(path, {
      en: `expected ${expected.en}, found ${came.en}${isShort(kept) ? `; ${stays.en} is used` : ''}`,
      zh: `应为${/^\w/.test(expected.zh) ? ' ' : ''}${expected.zh}，实际为 ${came.zh}${isShort(kept) ? `；使用 ${stays.zh}` : ''}`,
    });
  }

  /** The value of a field; `kept` where it is absent, or wrong, which is reported. */
  field<T>(path: string, schema: v.GenericSchema<unknown, T>, input: unknown, kept: T): T {
    if (input === undefined) return kept;
    const result = v.safeParse(schema, input, { abortEarly: true });
    if (result.success) return result.output;
    this.mismatch(path, expectationOf(schema), input, kept);
    return kept;
  }

  /** A field that may be missing: null removes it. The result is an object to spread. */
  optional<K extends string, T>(
    name: K,
    schema: v.GenericSchema<unknown, T>,
    given: Given,
    kept: T | undefined,
    prefix = '',
  ): { [P in K]?: T } {
    const input = own(given, name);
    if (input === null) return {};
    const value = this.field<T | undefined>(`${prefix}${name}`, schema, input, kept);
    return (value === undefined ? {} : { [name]: value }) as { [P in K]?: T };
  }

  /** The input as an object; undefined where it is none, which is reported. */
  object(path: string, input: unknown): Given | undefined {
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as Given;
    if (input !== undefined) this.mismatch(path, { en: 'an object', zh: '一个对象' }, input);
    return undefined;
  }

  /** Names every field that nobody asked for. */
  unknown(prefix: string, given: Given, known: readonly string[]): void {
    for (const key of Object.keys(given)) {
      // As many more as there may be would be said by the same sentence.
      if (this.problems.length > most) return;
      if (known.includes(key)) continue;
      const name = /^[A-Za-z_]\w{0,39}$/.test(key) ? `${prefix}${key}` : `${prefix}[${quoted(key)}]`;
      const list = known.length === 0 ? undefined : known;
      this.add(name, {
        en: `this field is not known here and is left out${list ? `; known are ${list.join(', ')}` : ''}`,
        zh: `此处没有这个字段，已忽略${list ? `；可用字段：${list.join('、')}` : ''}`,
      });
    }
  }

  /** The values of named quantities, in the order of their names. */
  quantities(
    prefix: string,
    quantities: Readonly<Record<string, Quantity>>,
    given: Given,
    kept: Given,
  ): Record<string, number> {
    const read = Object.entries(quantities).map(([name, quantity]) => {
      const stays = own(kept, name);
      const fallback = typeof stays === 'number' ? stays : quantity.initial;
      return [name, this.field(`${prefix}${name}`, valueOf(quantity), own(given, name), fallback)] as const;
    });
    return Object.fromEntries(read);
  }
}

/** The parameters in a surface from outside; an empty object where there are none. */
export const paramsOf = (report: Report, given: Given): Given => {
  const params = own(given, 'params');
  return params === undefined ? {} : (report.object('surface.params', params) ?? {});
};
