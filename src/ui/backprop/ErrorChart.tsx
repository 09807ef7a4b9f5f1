import { type ReactNode, useMemo } from 'react';
import type { ErrorCurve } from '../../engine/check/curve.ts';
import { CurveArea } from '../chart/CurveArea.tsx';
import { Glyph } from '../Glyph.tsx';
import { UnseenTable } from '../UnseenTable.tsx';
import { useText } from '../useText.ts';
import { errorCurves, errorGlyphs, errorRows } from './errorCurves.ts';

/** The error of differences against their step, and for those who do not see it, the same as a table. */
export function ErrorChart({ curve, name }: { curve: ErrorCurve; name: string }): ReactNode {
  const { check: text } = useText().backprop;
  const curves = useMemo(() => {
    const at = (place: number): string => text.at((curve.steps.at(-1 - place) as number).toExponential(1));
    return errorCurves(curve, text.kinds, at);
  }, [curve, text]);

  return (
    <div className="loss error-chart" role="group" aria-label={text.curve(name)}>
      <CurveArea curves={curves} />
      <div className="error-regions" aria-hidden="true">
        <span>{text.cancellation}</span>
        <span>h</span>
        <span>{text.truncation}</span>
      </div>
      <ul className="error-key" aria-hidden="true">
        {(['central', 'right', 'left', 'cancellation'] as const).map((kind) => (
          <li key={kind} data-kind={kind}>
            {kind !== 'cancellation' && <Glyph kind={errorGlyphs[kind]} colour="currentcolor" />}
            {text.kinds[kind]}
          </li>
        ))}
      </ul>
      <ErrorTable curve={curve} name={name} />
    </div>
  );
}

/** The errors at every power of ten. */
function ErrorTable({ curve, name }: { curve: ErrorCurve; name: string }): ReactNode {
  const { check: text } = useText().backprop;
  return (
    <UnseenTable
      caption={text.curveTable(name)}
      heads={['h', text.kinds.central, text.kinds.right, text.kinds.left]}
      rows={errorRows(curve)}
    />
  );
}
