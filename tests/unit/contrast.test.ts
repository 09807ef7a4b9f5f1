import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/optimizers/catalog.ts';
import { contrast } from './vision.ts';

const css = readFileSync(new URL('../../src/ui/contrast.css', import.meta.url), 'utf8');

/** The colours of a theme, by the names of their properties. */
const coloursOf = (selector: string): Record<string, string> => {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));
};

const themes = {
  dark: coloursOf(':root[data-contrast]'),
  light: coloursOf(":root[data-contrast][data-theme='light']"),
};

/** So much of one colour in another, as `color-mix(in srgb, …)` has it. */
const mixed = (one: string, share: number, other: string): string =>
  `#${[1, 3, 5]
    .map((at) => {
      const [a, b] = [one, other].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number];
      return Math.round(a * share + b * (1 - share))
        .toString(16)
        .padStart(2, '0');
    })
    .join('')}`;

describe.each(['dark', 'light'] as const)('high contrast, %s', (theme) => {
  const { ground = '', 'on-accent': onAccent = '', accent = '', ...colours } = themes[theme];

  it('text is read at 7:1, lines are seen at 4.5:1', () => {
    for (const name of ['text', 'quiet', 'warn'])
      expect(contrast(colours[name] ?? '', ground)).toBeGreaterThanOrEqual(7);
    for (const name of ['line', 'edge', 'track'])
      expect(contrast(colours[name] ?? '', ground), name).toBeGreaterThanOrEqual(4.5);
    expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(7);
  });

  it.each(rules.map(({ id, mark }) => [id, mark] as const))('the name of %s too', (_, mark) => {
    const share = Number(/var\(--ink\) (\d+)%, var\(--text\)/.exec(css)?.[1]) / 100;
    expect(contrast(mixed(mark[theme], share, colours['text'] ?? ''), ground)).toBeGreaterThanOrEqual(7);
  });
});
