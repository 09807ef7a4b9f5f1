import { hasOwnData, type Scene } from '../../state/scene.ts';

/** What a file of a scene is called. */
export const fileNameOf = ({ surface }: Scene, kind: string, extension: string): string =>
  `downhill-${'id' in surface ? surface.id : hasOwnData(surface) ? 'data' : 'surface'}${kind === '' ? '' : `-${kind}`}.${extension}`;

/** Hands something to the reader as a file. */
export function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
