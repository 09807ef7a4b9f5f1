import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Measure, measures } from '../engine/measures.ts';
import type { Language } from '../formula/text.ts';

/** What the chart's horizontal axis counts. */
export const axes = ['steps', 'evaluations'] as const;
export type Axis = (typeof axes)[number];

/** How much text and lines stand out: as the system asks, or as somebody chose. */
const contrasts = ['system', 'more', 'standard'] as const;

/** What a person prefers, wherever the scene comes from: no part of the link or of undo. */
export interface Preferences {
  readonly language: Language;
  readonly theme: 'dark' | 'light';
  readonly contrast: (typeof contrasts)[number];
  /** Whether one lr slider moves them all. */
  readonly linkRates: boolean;
  /** Whether keys of the whole page do anything. */
  readonly shortcuts: boolean;
  /** What the chart shows of the runs, and against what. */
  readonly measure: Measure;
  readonly axis: Axis;
}

/** What preferences are kept in; localStorage, where the browser allows it. */
export interface Storage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export const preferencesKey = 'downhill.preferences';

const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

const isOneOf = <T>(choices: readonly T[], found: unknown): found is T =>
  (choices as readonly unknown[]).includes(found);

/** What a text holds of preferences, as they are kept. */
export const readPreferences = (text: string | null | undefined): Partial<Preferences> => {
  const found = attempt(() => JSON.parse(text ?? '{}') as unknown);
  const { language, theme, contrast, linkRates, shortcuts, measure, axis } = (found ?? {}) as Record<string, unknown>;
  return {
    ...(language === 'en' || language === 'zh' ? { language } : {}),
    ...(theme === 'dark' || theme === 'light' ? { theme } : {}),
    ...(isOneOf(contrasts, contrast) ? { contrast } : {}),
    ...(typeof linkRates === 'boolean' ? { linkRates } : {}),
    ...(typeof shortcuts === 'boolean' ? { shortcuts } : {}),
    ...(isOneOf(measures, measure) ? { measure } : {}),
    ...(isOneOf(axes, axis) ? { axis } : {}),
  };
};

/** Preferences that remember themselves; a storage that throws, as in a private window, is done without. */
export function createPreferences(
  storage: () => Storage | undefined,
  languages: readonly string[] = [],
): StoreApi<Preferences> {
  const kept = readPreferences(attempt(() => storage()?.getItem(preferencesKey)));
  const language: Language = languages[0]?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
  const store = createStore<Preferences>()(() => ({
    language,
    theme: 'dark',
    contrast: 'system',
    linkRates: false,
    shortcuts: true,
    measure: 'loss',
    axis: 'steps',
    ...kept,
  }));
  store.subscribe((state) => attempt(() => storage()?.setItem(preferencesKey, JSON.stringify(state))));
  return store;
}

const host = globalThis as { localStorage?: Storage; navigator?: { languages?: readonly string[] } };

export const preferences = createPreferences(() => host.localStorage, host.navigator?.languages);
