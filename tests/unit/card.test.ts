import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cardOf } from '../../src/app/build/card.ts';

const file = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)));
const html = file('index.html').toString();

describe('the card of the page', () => {
  it('says what the page says of itself, and where its picture is in full, since many resolve no relative address', () => {
    for (const site of ['https://example.org/downhill', 'https://example.org/downhill/']) {
      const card = new Map(cardOf(html, site));
      expect(card.get('og:title')).toBe('Downhill 下山 · Six optimizers race down a loss surface');
      expect(card.get('og:description')).toContain('SGD, Momentum');
      expect(card.get('og:url')).toBe('https://example.org/downhill/');
      expect(card.get('og:image')).toBe('https://example.org/downhill/card.png');
    }
  });

  it('of a page that does not know its address names a picture beside it', () => {
    const card = new Map(cardOf(html, undefined));
    expect(card.get('og:image')).toBe('./card.png');
    expect(card.has('og:url')).toBe(false);
  });

  it('has a picture of the size that it states', () => {
    const png = file('public/card.png');
    const card = new Map(cardOf(html, undefined));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)].map(String)).toEqual([
      card.get('og:image:width'),
      card.get('og:image:height'),
    ]);
    expect(png.length).toBeLessThan(300_000);
  });
});
