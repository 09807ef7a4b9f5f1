import { inDigits } from '../../state/status.ts';

const widest = 9;

/** A number in at most nine characters, with a true minus sign: four digits, or as many as there is room for. */
export function short(value: number): string {
  const all = [4, 3, 2].map((digits) => inDigits(value, digits).replaceAll('-', '−'));
  return all.find((text) => text.length <= widest) ?? (all.at(-1) as string);
}
