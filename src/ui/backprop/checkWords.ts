import { type InputCheck, isJump, passes, type Verdict } from '../../engine/check/check.ts';
import type { ErrorCurve } from '../../engine/check/curve.ts';
import { whyUndefined } from '../../engine/check/why.ts';
import type { Language } from '../../formula/text.ts';
import type { Trace } from '../../formula/trace.ts';
import type { Dictionary } from '../../i18n/dictionaries.ts';
import { signText } from '../graph/notation.ts';
import { short } from '../graph/number.ts';

type Words = Dictionary['backprop']['check'];

const names = (checks: readonly InputCheck[]): string => checks.map(({ name }) => name).join(', ');

/** What all checks together say. */
export function conclusion(checks: readonly InputCheck[], text: Words): string {
  const wrong = checks.filter(({ verdict }) => verdict === 'wrong' || verdict === 'doubtful');
  if (wrong.length > 0) return text.fails(names(wrong));
  const unsure = checks.filter(({ verdict }) => !passes.has(verdict));
  return unsure.length > 0 ? text.unsure(names(unsure)) : text.passes;
}

/** Verdicts that the relative error and its mark say all of. */
const plain: ReadonlySet<Verdict> = new Set<Verdict>(['good', 'wrong']);

/** Why a check says what it says, where that is not plain: a kink, a jump, or a number that there is not. */
export function reasonOf(trace: Trace, check: InputCheck, text: Words, language: Language): string | undefined {
  const { name, kinks, verdict, left, right, analytic, h } = check;
  if (verdict === 'undefined') {
    const why = whyUndefined(trace, check);
    return why && text.noNumber[why.place](name, why.reason[language]);
  }
  const kink = kinks.find(({ isExact }) => isExact) ?? kinks[0];
  if (kink === undefined) return plain.has(verdict) ? undefined : text.because(name, text.notes[verdict]);
  const operation = signText(kink.gate);
  if (!kink.isExact) return text.kinkNear(name, operation, short(h));
  if (kink.jumps) return text.jumpAt(name, operation, short(analytic));
  return text.kinkAt(name, operation, short(left), short(right), short(analytic));
}

const smallest = (column: Float64Array): number => Math.min(...[...column].filter((error) => !Number.isNaN(error)));

/** What the curve of the errors shows. */
export function curveWords({ errors, best, steps }: ErrorCurve, check: InputCheck, text: Words): string {
  if (check.verdict === 'undefined') return text.noCurve;
  if (check.analytic === 0) return text.zero;
  const isFlat = smallest(errors.central) > 1e-3;
  // On a kink central differences may settle at what is taken there; those of both sides never both do.
  if (check.verdict === 'kink' && (isFlat || check.kinks.some(({ isExact }) => isExact)))
    return isJump(check.kinks) ? text.flatJump : text.flatKink;
  if (isFlat) return text.flat;
  const [largest] = steps;
  const oneSided = best.right.toExponential(0);
  if (best.central === largest && best.right === largest) return text.linear;
  return best.central === largest ? text.noTruncation(oneSided) : text.best(best.central.toExponential(0), oneSided);
}

/** A relative error in one digit. */
export function errorText(error: number): string {
  if (!Number.isFinite(error)) return '—';
  return error === 0 || error >= 1e-2 ? String(Number(error.toPrecision(1))) : error.toExponential(0);
}
