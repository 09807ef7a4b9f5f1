import type { ReactNode } from 'react';
import type { Glyph as Kind } from '../optimizers/rule.ts';
import { glyphPath } from '../scene/geometry/glyphs.ts';

/** An optimizer's shape in its colour; `size` in em. */
export function Glyph({ kind, size = 0.85, colour }: { kind: Kind; size?: number; colour: string }): ReactNode {
  return (
    <svg className="glyph" width={`${size}em`} height={`${size}em`} viewBox="-12 -12 24 24" aria-hidden="true">
      <path d={glyphPath(kind, 9)} fill={colour} />
    </svg>
  );
}
