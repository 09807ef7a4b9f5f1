import { openLink } from '../../state/address.ts';
import type { Problem } from '../../state/problem.ts';
import { openInput } from '../../state/lessons/open.ts';
import { say } from '../notice/say.ts';

/** The files that a scene, or lessons, are kept in. */
export const jsonFiles = '.json,application/json';

/** Characters of JSON that are read. */
export const importLimit = 1_000_000;

const isLink = (text: string): boolean => /^(?:https?:\/\/|#)\S+$/.test(text);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Opens a scene that a person pasted or dropped: JSON, or a link. Returns a sentence for everything that could not be
 * taken; what is no scene at all changes nothing.
 */
export function importText(input: string): readonly Problem[] {
  const text = input.trim();
  if (text === '') return say(({ share }) => share.empty);
  if (text.length > importLimit) return say(({ share }) => share.tooLarge(text.length, importLimit));
  if (isLink(text)) return openLink(text.includes('#') ? text : `#${text}`);
  let scene: unknown;
  try {
    scene = JSON.parse(text);
  } catch (error) {
    return say(({ share }) => share.notJson(messageOf(error)));
  }
  return openInput(scene);
}

/** Opens a file with a scene. */
export async function importFile(file: File): Promise<readonly Problem[]> {
  if (file.size > importLimit) return say(({ share }) => share.tooLarge(file.size, importLimit));
  try {
    return importText(await file.text());
  } catch {
    return say(({ share }) => share.unreadable);
  }
}
