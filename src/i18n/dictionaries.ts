import { en } from './en.ts';
import { zh } from './zh.ts';

/** Every word of the page that does not belong to an item of a catalog. */
export type Dictionary = typeof en;

export const dictionaries: Readonly<Record<'en' | 'zh', Dictionary>> = { en, zh };
