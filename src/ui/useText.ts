import { useStore } from 'zustand';
import { type Dictionary, dictionaries } from '../i18n/dictionaries.ts';
import { preferences } from '../state/preferences.ts';
import type { Language } from '../formula/text.ts';

export const useLanguage = (): Language => useStore(preferences, ({ language }) => language);

/** The words of the page in the reader's language. */
export const useText = (): Dictionary => dictionaries[useLanguage()];

/** The words at this moment, for what is not a component. */
export const textNow = (): Dictionary => dictionaries[preferences.getState().language];
