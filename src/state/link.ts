import lz from 'lz-string';
import type { Language, Text } from '../formula/text.ts';
import { unpack } from './unpack.ts';

/** Characters of a link that are read. */
const linkLimit = 40_000;
/** Characters of JSON that a link may hold: a course of sixty lessons fits, and lists in lists are read at once. */
const textLimit = 200_000;

/** A link that cannot be unpacked. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
  private readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }

  sentence(language: Language): string {
    return this.text[language];
  }
}

/** The part of a link that holds a scene, or lessons: `#1`, the version of the packing, and the JSON, packed. */
export const encodeLink = (content: object): string => `#1${lz.compressToEncodedURIComponent(JSON.stringify(content))}`;

const damaged: Text = {
  en: 'the link is damaged: what follows "#" is not a packed scene',
  zh: '链接已损坏："#" 之后的内容不是有效的场景',
};

/** Why a link to this would not be read: what is too long, packed or not; undefined where it would be. */
export function excessOf(content: object): { readonly length: number; readonly limit: number } | undefined {
  const lengths = [
    { length: encodeLink(content).length, limit: linkLimit },
    { length: JSON.stringify(content).length, limit: textLimit },
  ];
  return lengths.find(({ length, limit }) => length > limit);
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw new LinkError(damaged);
  }
};

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new LinkError(damaged);
  }
};

/** The packed text, where it has not become so long that nobody can have packed it here. */
const unpacked = (packed: string): string => {
  const json = unpack(packed, textLimit);
  if (json === undefined || json === '') throw new LinkError(damaged);
  return json;
};

/**
 * What a link holds after its first `#`, still to be read by `readScene`: packed, or plain JSON as people write it,
 * percent-encoded or not. Undefined where nothing follows. Throws LinkError.
 */
export function decodeLink(link: string): unknown {
  const hash = link.slice(link.indexOf('#') + 1);
  if (hash === '') return undefined;
  if (hash.length > linkLimit)
    throw new LinkError({
      en: `the link has ${hash.length} characters, the limit is ${linkLimit}`,
      zh: `链接有 ${hash.length} 个字符，上限为 ${linkLimit}`,
    });
  if (/^(?:\{|%7b)/i.test(hash)) return parsed(hash.startsWith('{') && !hash.includes('%') ? hash : unescaped(hash));
  if (hash.startsWith('1')) return parsed(unpacked(hash.slice(1)));
  if (/^\d/.test(hash))
    throw new LinkError({
      en: `the link is of version ${/^\d+/.exec(hash)?.[0]}, this page reads version 1`,
      zh: `链接的版本为 ${/^\d+/.exec(hash)?.[0]}，本页面只能读取版本 1`,
    });
  throw new LinkError(damaged);
}
