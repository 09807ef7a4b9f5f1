import { readable } from '../../state/status.ts';

/** A number in at most nine characters, with a true minus sign; `?` where it is not one. */
export function short(value: number): string {
  if (Number.isNaN(value)) return '?';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  return readable(value).replaceAll('-', '−');
}
