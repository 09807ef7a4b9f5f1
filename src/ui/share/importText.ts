import { openLink } from '../../state/address.ts';
import type { Problem } from '../../state/problem.ts';
import { replaceScene, report } from '../../state/store.ts';
import type { Text } from '../../formula/text.ts';
import { dictionaries } from '../../i18n/dictionaries.ts';

/** Characters of JSON that are read. */
export const importLimit = 1_000_000;

type Words = (typeof dictionaries)['en']['share'];

const told = (sentence: (words: Words) => string): readonly Problem[] => {
  const text: Text = { en: sentence(dictionaries.en.share), zh: sentence(dictionaries.zh.share) };
  const problems: readonly Problem[] = [{ path: '', sentence: (language) => text[language] }];
  report(problems);
  return problems;
};

const isLink = (text: string): boolean => /^(?:https?:\/\/|#)\S+$/.test(text);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Opens a scene that a person pasted or dropped: JSON, or a link. Returns a sentence for everything that could not be
 * taken; what is no scene at all changes nothing.
 */
export function importText(input: string): readonly Problem[] {
  const text = input.trim();
  if (text === '') return told((words) => words.empty);
  if (text.length > importLimit) return told((words) => words.tooLarge(text.length, importLimit));
  if (isLink(text)) return openLink(text.includes('#') ? text : `#${text}`);
  let scene: unknown;
  try {
    scene = JSON.parse(text);
  } catch (error) {
    return told((words) => words.notJson(messageOf(error)));
  }
  return replaceScene(scene);
}

/** Opens a file with a scene. */
export async function importFile(file: File): Promise<readonly Problem[]> {
  if (file.size > importLimit) return told((words) => words.tooLarge(file.size, importLimit));
  try {
    return importText(await file.text());
  } catch {
    return told((words) => words.unreadable);
  }
}
