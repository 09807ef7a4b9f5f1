import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { zh } from '../../src/i18n/zh.ts';
import { type Dictionary, dictionaries } from '../../src/i18n/dictionaries.ts';
import type { Quantity } from '../../src/formula/quantity.ts';
import type { Language } from '../../src/formula/text.ts';
import { generators } from '../../src/network/data/catalog.ts';
import { rules } from '../../src/optimizers/catalog.ts';
import { muSchedules, schedules } from '../../src/schedules/catalog.ts';
import { plateau } from '../../src/state/network/schema.ts';
import { spoken } from '../../src/ui/panel/spoken.ts';
import { strings } from './dictionary.ts';

/** The same in both languages. */
const shared = /^\.(?:timeline\.times|brand|brandOther|share\.pasteHint|shortcuts\.keys\..*)$/;

const root = fileURLToPath(new URL('../../src', import.meta.url));
/** The program beyond the dictionaries, without its comments. */
const program = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('i18n'))
  .map((path) => readFileSync(join(root, path), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, ''))
  .join('\n');
/** The names that anything is asked for by: members, keys, what is taken apart, and ids in quotes. */
const asked = new Set([...program.matchAll(/(?<=\.|['"]|[{,]\s*)[A-Za-z_]\w*/g)].map(([name]) => name));

describe('the dictionaries', () => {
  it('have the same entries', () => {
    expect(strings(zh).map(([path]) => path)).toEqual(strings(en).map(([path]) => path));
  });

  it('have no entry whose name nobody asks for', () => {
    const names = strings(en).map(([path]) => path.replace(/(?:\.\d+)+$/, ''));
    expect(names.filter((path) => !asked.has(path.slice(path.lastIndexOf('.') + 1)))).toEqual([]);
  });

  it.each(strings(en).filter(([path]) => !shared.test(path)))('%s is English', (_, text) => {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/);
  });

  it.each(strings(zh).filter(([path]) => !shared.test(path)))('%s is Chinese', (_, text) => {
    expect(text).toMatch(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/);
  });
});

describe('what a parameter is called', () => {
  type Shared = (dictionary: Dictionary) => Readonly<Record<string, string>>;
  const everywhere: Shared = ({ quantity }) => quantity;
  const found: [owner: string, params: Readonly<Record<string, Quantity>>, shared: Shared][] = [
    ...rules.map(({ id, hyper }) => [id, hyper, everywhere] as (typeof found)[number]),
    ...[...schedules, ...muSchedules].map(({ id, params }) => [id, params, everywhere] as (typeof found)[number]),
    ['plateau', plateau.params, ({ quantity, lab }) => ({ ...quantity, ...lab.decayWords })],
    ...generators.map(({ id, params }) => [id, params, () => ({})] as (typeof found)[number]),
  ];

  it.each(found)('has words in both languages, with it or in the dictionaries: %s', (_, params, shared) => {
    const languages = Object.entries(dictionaries) as [Language, Dictionary][];
    const said = Object.entries(params).flatMap(([name, { words }]) =>
      languages.map(([language, all]) => [name, language, words?.[language] ?? shared(all)[name] ?? '']),
    );
    const isSaid = { en: /^[a-z][a-z ]+$/, zh: /^\p{Script=Han}+$/u };
    expect(said.filter(([, language, text]) => !isSaid[language as Language].test(text as string))).toEqual([]);
  });

  it('is its name in the formula where it has no words, as in a rule that was typed', () => {
    expect(spoken('Mine', 'k')).toBe('Mine, k');
    expect(spoken('Adam', 'lr', 'learning rate')).toBe('Adam, learning rate lr');
  });
});
