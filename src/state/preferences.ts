import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Measure, measures } from '../engine/measures.ts';
import type { Language } from '../formula/text.ts';
import { keep, kept, onDevice, type Storage } from './kept.ts';

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

export const preferencesKey = 'downhill.preferences';

const isOneOf = <T>(choices: readonly T[], found: unknown): found is T =>
  (choices as readonly unknown[]).includes(found);

/** What there is of preferences in what was kept. */
export const readPreferences = (found: unknown): Partial<Preferences> => {
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
  const language: Language = languages[0]?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
  const store = createStore<Preferences>()(() => ({
    language,
    theme: 'dark',
    contrast: 'system',
    linkRates: false,
    shortcuts: true,
    measure: 'loss',
    axis: 'steps',
    ...readPreferences(kept(storage, preferencesKey)),
  }));
  store.subscribe((state) => void keep(storage, preferencesKey, state));
  return store;
}

const host = globalThis as { navigator?: { languages?: readonly string[] } };

export const preferences = createPreferences(onDevice, host.navigator?.languages);
