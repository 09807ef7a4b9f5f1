/** `npm run mark`: colours and dashes that are far enough from those of every optimizer, for a new one. */
import { rules } from '../../src/optimizers/catalog.ts';
import { ruleIn } from '../../src/state/rule.ts';
import { readScene } from '../../src/state/scene.ts';
import { apart, contrast, grounds, leastApart, sightNames } from './vision.ts';

// Typed rules have marks of their own.
const typed = readScene({ optimizers: ['one', 'two'].map((id) => ({ id, rule: 'x = x - lr*g' })) }).scene.optimizers;
const marks = [...rules, ...typed.map((runner) => ruleIn(runner, typed))].map(({ mark }) => mark);

const levels = Array.from({ length: 18 }, (_, i) => (15 * i).toString(16).padStart(2, '0'));
const colours = levels.flatMap((r) => levels.flatMap((g) => levels.map((b) => `#${r}${g}${b}`)));

for (const { theme, ground, least } of grounds) {
  const free = colours
    .filter((colour) => contrast(colour, ground) >= least)
    .map((colour) => ({
      colour,
      share: Math.min(
        ...sightNames.flatMap((sight) => marks.map((mark) => apart(colour, mark[theme], sight) / leastApart[sight])),
      ),
    }))
    .filter(({ share }) => share > 1)
    .sort((a, b) => b.share - a.share);
  const shown = free.slice(0, 6).map(({ colour }) => colour);
  console.log(`${theme}: ${shown.length === 0 ? 'none is free' : shown.join(' ')}`);
}

const used = new Set(marks.map(({ dash }) => String(dash)));
const lengths = [1, 2, 3, 4, 5, 6, 8];
const dashes = lengths.flatMap((drawn) => lengths.map((gap) => `${drawn},${gap}`)).filter((dash) => !used.has(dash));
console.log(
  `dash: ${dashes
    .filter((dash) => Number(dash.split(',')[1]) <= 3)
    .slice(0, 8)
    .map((dash) => `[${dash}]`)
    .join(' ')}`,
);
