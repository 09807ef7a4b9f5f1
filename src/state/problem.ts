import type { Language, Text } from '../formula/text.ts';

/** Something wrong with input that came from outside: which field, and a sentence on what was expected and what came. */
export interface Problem {
  /** As one would write it in JavaScript: `steps`, `optimizers[2].lr`; empty for the whole scene. */
  readonly path: string;
  sentence(language: Language): string;
}

const whole: Text = { en: 'the scene', zh: '整个场景' };

/** A problem at a path; the text says what is wrong there. */
export const problem = (path: string, text: Text): Problem => ({
  path,
  sentence: (language) => {
    const place = path === '' ? whole[language] : path;
    return language === 'en' ? `${place}: ${text.en}` : `${place}：${text.zh}`;
  },
});

const longest = 40;

/** A string as it came, in quotes, shortened where it is long. */
export const quoted = (text: string): string =>
  JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);

/** What a value is, in words short enough for a sentence. */
export function described(value: unknown): Text {
  const same = (text: string): Text => ({ en: text, zh: text });
  if (value === null || ['number', 'boolean', 'bigint'].includes(typeof value)) return same(String(value));
  if (typeof value === 'string') {
    const text = quoted(value);
    const { length } = value;
    return length > longest ? { en: `${text} (${length} characters)`, zh: `${text}（${length} 个字符）` } : same(text);
  }
  if (Array.isArray(value)) return describedList(value);
  if (typeof value === 'object') return { en: 'an object', zh: '一个对象' };
  return { en: `a ${typeof value}`, zh: typeof value };
}

const describedList = (list: readonly unknown[]): Text => {
  const text = list.every((item) => typeof item === 'number') ? `[${list.join(', ')}]` : '';
  if (text !== '' && text.length <= longest) return { en: text, zh: text };
  return { en: `a list of ${list.length}`, zh: `长度为 ${list.length} 的列表` };
};
