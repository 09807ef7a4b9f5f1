import { encodeLink } from '../../state/link.ts';
import type { Scene } from '../../state/scene.ts';

/** The scene as people read it in a file. */
export const sceneJson = (scene: Scene): string => `${JSON.stringify(scene, undefined, 2)}\n`;

/** The address that opens the scene on this page. */
export const sceneLink = (scene: Scene, page: string): string => `${page.replace(/#.*$/s, '')}${encodeLink(scene)}`;

/** Puts text on the clipboard; false where the browser does not allow it. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
