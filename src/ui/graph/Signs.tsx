import type { ReactNode } from 'react';
import type { Sign } from './notation.ts';

/** Raised and lowered signs are smaller, and shift the line by so many em of their own size until it is shifted back. */
const shifts = { raised: -0.55, lowered: 0.35 };

/** A gate's sign as a line of SVG text. */
export function Signs({ signs }: { signs: readonly Sign[] }): ReactNode {
  let shift = 0;
  return signs.map(({ text, style }, i) => {
    const next = style === 'raised' || style === 'lowered' ? shifts[style] : 0;
    const dy = next - shift;
    shift = next;
    return (
      <tspan key={i} className={style} dy={dy === 0 ? undefined : `${dy}em`}>
        {text}
      </tspan>
    );
  });
}
