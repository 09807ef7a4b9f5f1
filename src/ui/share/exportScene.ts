import { encodeLink } from '../../state/link.ts';
import type { Scene } from '../../state/scene.ts';

/** The scene as people read it in a file. */
export const sceneJson = (scene: Scene): string => `${JSON.stringify(scene, undefined, 2)}\n`;

/** The address that opens the scene on this page. */
export const sceneLink = (scene: Scene, page: string): string => `${page.replace(/#.*$/s, '')}${encodeLink(scene)}`;

export const fileName = ({ surface }: Scene): string => `downhill-${'id' in surface ? surface.id : 'surface'}.json`;

/** Hands text to the reader as a file. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Puts text on the clipboard; false where the browser does not allow it. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
