import type { Run } from '../engine/run.ts';
import { pointsOf } from '../engine/points.ts';
import { whyStopped } from '../engine/stopped.ts';
import { overflow } from '../formula/nonFinite.ts';
import type { Language, Text } from '../formula/text.ts';
import type { Scene } from './schema.ts';
import { settingsOf } from './settings.ts';
import { surfaceIn } from './surface.ts';

/**
 * A number in at most so many significant digits, in scientific notation where it is very large or small. What is not
 * finite is a sign: ∞, or `?` for what is no number.
 */
export function inDigits(value: number, digits: number): string {
  if (Number.isNaN(value)) return '?';
  const size = Math.abs(value);
  if (size === Infinity) return value > 0 ? '∞' : '-∞';
  const rounded = Number(value.toPrecision(digits));
  return size !== 0 && (size < 1e-3 || size >= 1e5) ? rounded.toExponential().replace('e+', 'e') : String(rounded);
}

/** A number as people read it. */
export const readable = (value: number): string => inDigits(value, 4);

/** A point of the map in a sentence. */
export const place = (x: number, y: number): string => `(${readable(x)}, ${readable(y)})`;

const last = (run: Run, column: string): number => run.columns[column]?.[run.steps] ?? NaN;

/** The minimum that the run settled at, told only where there are several to settle at. */
const minimumOf = (run: Run, scene: Scene): string | undefined => {
  const { minima, values } = surfaceIn(scene);
  const formulas = minima.length > 1 ? minima[run.minimum] : undefined;
  const [point] = formulas === undefined ? [] : pointsOf([formulas], values);
  return point && place(point.x, point.y);
};

/** What became non-finite: the loss, its gradient, the position, or a name of the rule's state. */
const culpritOf = (culprit: string): Text => {
  if (culprit === 'loss') return { en: 'the loss', zh: '损失' };
  if (culprit === 'gx' || culprit === 'gy') return { en: 'the gradient', zh: '梯度' };
  if (culprit === 'x' || culprit === 'y') return { en: 'the position', zh: '位置' };
  const name = culprit.split('.')[0] ?? culprit;
  return { en: name, zh: ` ${name} ` };
};

const converged = (run: Run, scene: Scene): Text => {
  const minimum = minimumOf(run, scene);
  return {
    en: `converged${minimum ? ` to ${minimum}` : ''} at step ${run.at}`,
    zh: `第 ${run.at} 步收敛${minimum ? `到 ${minimum}` : ''}`,
  };
};

const reasons = new WeakMap<Run, { readonly reason: Text | undefined }>();

/** Why a run stopped, where it is more than that it went too far. */
function reasonOf(run: Run, scene: Scene): Text | undefined {
  const known = reasons.get(run);
  if (known !== undefined) return known.reason;
  const runner = scene.optimizers.find(({ id }) => id === run.id);
  const found = runner && whyStopped(settingsOf(scene, runner), run);
  const reason = found === overflow ? undefined : found;
  reasons.set(run, { reason });
  return reason;
}

const inBrackets = (reason: Text | undefined): Text => ({
  en: reason === undefined ? '' : ` (${reason.en})`,
  zh: reason === undefined ? '' : `（${reason.zh}）`,
});

const diverged = (run: Run, scene: Scene): Text => {
  if (run.culprit === undefined)
    return {
      en: `diverged: far off the map for good from step ${run.at}`,
      zh: `发散：从第 ${run.at} 步起远离地图，不再返回`,
    };
  const culprit = culpritOf(run.culprit);
  const reason = reasonOf(run, scene);
  if (reason !== undefined) {
    const why = inBrackets(reason);
    return {
      en: `diverged at step ${run.at}: ${culprit.en} has no finite value${why.en}`,
      zh: `第 ${run.at} 步发散：${culprit.zh}不是有限的数${why.zh}`,
    };
  }
  return {
    en: `diverged at step ${run.at}: ${culprit.en} is too large for a number`,
    zh: `第 ${run.at} 步发散：${culprit.zh}超出了数的范围`,
  };
};

const undefinedAt = (run: Run, scene: Scene): Text => {
  const culprit = culpritOf(run.culprit ?? 'loss');
  const why = inBrackets(reasonOf(run, scene));
  const at = place(last(run, 'x'), last(run, 'y'));
  if (run.at === 0)
    return {
      en: `${culprit.en} is undefined at the start, ${at}${why.en}`,
      zh: `${culprit.zh}在起点 ${at} 处没有定义${why.zh}`,
    };
  return {
    en: `undefined at step ${run.at}: ${culprit.en} has no finite value${why.en}; the last point is ${at}`,
    zh: `第 ${run.at} 步无定义：${culprit.zh}不是有限的数${why.zh}；最后一点为 ${at}`,
  };
};

const budget = (run: Run): Text => {
  const loss = readable(last(run, 'loss'));
  return {
    en: `not settled after ${run.steps} step${run.steps === 1 ? '' : 's'}, loss ${loss}`,
    zh: `走完 ${run.steps} 步仍未收敛，损失 ${loss}`,
  };
};

/** How a run ended, in a sentence without its subject: "converged at step 212". */
export function statusText(run: Run, scene: Scene): Text {
  switch (run.status) {
    case 'converged':
      return converged(run, scene);
    case 'diverged':
      return diverged(run, scene);
    case 'undefined':
      return undefinedAt(run, scene);
    case 'budget':
      return budget(run);
  }
}

export const statusSentence = (run: Run, scene: Scene, language: Language): string => statusText(run, scene)[language];

/** Why no run can begin, as a whole sentence: the start of every one is where the surface is not. Undefined where one can. */
export function noneBegins(runs: readonly Run[], scene: Scene): Text | undefined {
  const [first] = runs;
  if (first === undefined || runs.some(({ at, culprit }) => at > 0 || culprit === undefined)) return undefined;
  const why = statusText(first, scene);
  return { en: `No run can begin: ${why.en}.`, zh: `无法开始：${why.zh}。` };
}
