import type { ReactNode } from 'react';
import { amount, cssOf } from './palette.ts';
import { isDisc, signInks, type SignKind, signs } from './sign.ts';

/** As dark as most of what signs stand on. */
const ground = cssOf(amount(0.8));

/** A sign as it stands on a map, of half-width `reach` em. */
export function KeySign({ kind, reach = 0.3 }: { kind: SignKind; reach?: number }): ReactNode {
  const half = 1 + signInks[0][1] / reach;
  const size = `${2 * half * reach}em`;
  return (
    <svg
      className="glyph key-sign"
      width={size}
      height={size}
      viewBox={`${-half} ${-half} ${2 * half} ${2 * half}`}
      aria-hidden="true"
    >
      <path d={`M${-half}${-half}H${half}V${half}H${-half}Z`} fill={ground} />
      {signInks.map(([ink, width]) => (
        <path
          key={ink}
          d={signs[kind]}
          fill={isDisc(kind) ? '#ffffff' : 'none'}
          stroke={ink}
          strokeWidth={width / reach}
        />
      ))}
    </svg>
  );
}
