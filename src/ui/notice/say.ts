import type { Text } from '../../formula/text.ts';
import { type Dictionary, dictionaries } from '../../i18n/dictionaries.ts';
import type { Problem } from '../../state/problem.ts';
import { report } from '../../state/store.ts';

/** Tells the reader in a sentence what went wrong; it stays until it is dismissed. */
export function say(sentence: (words: Dictionary) => string): readonly Problem[] {
  const text: Text = { en: sentence(dictionaries.en), zh: sentence(dictionaries.zh) };
  const problems: readonly Problem[] = [{ path: '', sentence: (language) => text[language] }];
  report(problems);
  return problems;
}
