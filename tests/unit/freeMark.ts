/**
 * `npm run mark`: colours that are far enough from those of every optimizer and have the contrast that they need, glyphs
 * and dashes that nobody has, for a new one.
 */
import { rules } from '../../src/optimizers/catalog.ts';
import { ruleIn } from '../../src/state/rule.ts';
import { readScene } from '../../src/state/scene.ts';
import { outlines } from '../../src/scene/geometry/glyphs.ts';
import { apart, contrast, grounds, leastApart, sightNames } from './vision.ts';

// Typed rules have marks of their own.
const typed = readScene({ optimizers: ['one', 'two'].map((id) => ({ id, rule: 'x = x - lr*g' })) }).scene.optimizers;
const marks = [...rules, ...typed.map((runner) => ruleIn(runner, typed))].map(({ mark }) => mark);

const levels = Array.from({ length: 18 }, (_, i) => (15 * i).toString(16).padStart(2, '0'));
const colours = levels.flatMap((r) => levels.flatMap((g) => levels.map((b) => `#${r}${g}${b}`)));

/** Greys are the page's own: colour belongs to the optimizers alone. */
const isColour = (hex: string): boolean => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts) >= 45;
};

/** By how much a colour is farther from another than it has to be, to the eyes that tell them apart worst. */
const margin = (one: string, other: string): number =>
  Math.min(...sightNames.map((sight) => apart(one, other, sight) / leastApart[sight]));

const line = (what: string, free: readonly string[], none: string): void =>
  console.log(`${what}: ${free.length === 0 ? `none is free: ${none}` : free.join(' ')}`);

for (const { theme, ground, least } of grounds) {
  const free = colours
    .filter((colour) => isColour(colour) && contrast(colour, ground) >= least)
    .map((colour) => ({ colour, margin: Math.min(...marks.map((mark) => margin(colour, mark[theme]))) }))
    .filter((one) => one.margin > 1)
    .sort((a, b) => b.margin - a.margin);
  const shown = free.reduce<string[]>(
    (kept, { colour }) => (kept.every((other) => margin(colour, other) > 0.5) ? [...kept, colour] : kept),
    [],
  );
  line(theme, shown.slice(0, 6), 'another has to make room');
}

const glyphs = ['circle', ...Object.keys(outlines)].filter((name) => marks.every(({ glyph }) => glyph !== name));
line('glyph', glyphs, 'draw one, as CONTRIBUTING.md says');

const used = new Set(marks.map(({ dash }) => String(dash)));
const lengths = [1, 2, 3, 4, 5, 6, 8];
const dashes = lengths.flatMap((drawn) => lengths.map((gap) => `${drawn},${gap}`)).filter((dash) => !used.has(dash));
const near = dashes.filter((dash) => Number(dash.split(',')[1]) <= 3).map((dash) => `[${dash}]`);
line('dash', near.slice(0, 8), 'three or more lengths make another');
