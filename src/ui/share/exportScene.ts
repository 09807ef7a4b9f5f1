import { encodeLink } from '../../state/link.ts';

/** A scene, or lessons, as people read them in a file. */
export const jsonOf = (content: object): string => `${JSON.stringify(content, undefined, 2)}\n`;

/** The address that opens a scene, or lessons, on this page. */
export const linkTo = (content: object, page: string): string => `${page.replace(/#.*$/s, '')}${encodeLink(content)}`;

/** Puts text on the clipboard; false where the browser does not allow it. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
