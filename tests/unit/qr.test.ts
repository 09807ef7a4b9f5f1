import jsQr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { initialScene } from '../../src/state/scene.ts';
import { hiddenIn } from '../../src/ui/embed/flags.ts';
import { embedCode } from '../../src/ui/share/embedCode.ts';
import { linkTo } from '../../src/ui/share/exportScene.ts';
import { type QrCode, qrLimit, qrOf } from '../../src/ui/share/qr.ts';

/** The picture of a code, `zoom` pixels a module, as RGBA. */
function painted({ size, path }: QrCode, zoom: number): { pixels: Uint8ClampedArray; side: number } {
  const side = size * zoom;
  const pixels = new Uint8ClampedArray(4 * side * side).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < zoom; row += 1)
      for (let column = 0; column < zoom; column += 1) {
        const at = 4 * ((Number(y) * zoom + row) * side + Number(x) * zoom + column);
        pixels.fill(0, at, at + 3);
      }
  return { pixels, side };
}

describe('the QR code', () => {
  it('is read by a decoder as the link of the whole scene', () => {
    const link = linkTo(initialScene(), 'https://example.org/downhill/');
    const code = qrOf(link);
    const { pixels, side } = painted(code as QrCode, 4);
    expect(jsQr(pixels, side, side)?.data).toBe(link);
  });

  it('is not made of what no code holds', () => {
    expect(qrOf('a'.repeat(qrLimit))).toBeDefined();
    expect(qrOf('a'.repeat(qrLimit + 1))).toBeUndefined();
    expect(qrOf('山'.repeat(qrLimit / 2))).toBeUndefined();
  });
});

describe('what an address hides', () => {
  it('is the header where it is embedded, and what it names', () => {
    expect(hiddenIn('')).toEqual([]);
    expect(hiddenIn('?embed=0&hide=everything,constructor')).toEqual([]);
    expect(hiddenIn('?embed=1&hide=panel,board')).toEqual(['header', 'board', 'panel']);
  });

  it('goes into the code that embeds the scene, which stays whole', () => {
    const link = linkTo(initialScene(), 'https://example.org/?a="b"&hide=panel');
    const [, src = ''] = /src="([^"]*)"/.exec(embedCode(link)) ?? [];
    const url = new URL(src.replaceAll('&amp;', '&'));
    expect(url.hash).toBe(new URL(link).hash);
    expect(hiddenIn(url.search)).toEqual(['header', 'panel']);
  });
});
