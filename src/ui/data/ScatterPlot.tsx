import { type ReactNode, useMemo } from 'react';
import type { Row } from '../../../surfaces/surface.ts';
import { readable } from '../../state/status.ts';
import { axisNumber } from '../axisNumber.ts';
import { useText } from '../useText.ts';
import { scatter } from './scatter.ts';

const size = { width: 208, height: 120 };
const margin = { left: 48, top: 6, right: 10, bottom: 20 };
const box = `0 0 ${margin.left + size.width + margin.right} ${margin.top + size.height + margin.bottom}`;

/** Rows as dots, and the least-squares line through them: what the surface's lowest point is a picture of. */
export function ScatterPlot({ rows }: { rows: readonly Row[] }): ReactNode {
  const { data } = useText();
  const plot = useMemo(() => scatter(rows, size.width, size.height), [rows]);
  const { slope, intercept, line } = plot;
  const signed = `${intercept < 0 ? '−' : '+'} ${readable(Math.abs(intercept))}`;
  const said = line === undefined ? data.noLine : data.line(readable(slope).replace('-', '−'), signed);
  const caption = data.plot(rows.length, said);
  return (
    <figure className="scatter">
      <svg viewBox={box} role="img" aria-label={caption}>
        <g transform={`translate(${margin.left} ${margin.top})`}>
          <rect className="scatter-frame" {...size} />
          {plot.across.map(({ value, at }) => (
            <text key={value} x={at} y={size.height + 15} textAnchor="middle">
              {axisNumber(value)}
            </text>
          ))}
          {plot.up.map(({ value, at }) => (
            <text key={value} x={-6} y={at} textAnchor="end" dominantBaseline="central">
              {axisNumber(value)}
            </text>
          ))}
          {line !== undefined && (
            <line className="scatter-line" x1={line[0].x} y1={line[0].y} x2={line[1].x} y2={line[1].y} />
          )}
          {plot.points.map(({ x, y }, i) => (
            <circle key={i} cx={x} cy={y} r={rows.length > 60 ? 1.75 : 2.5} />
          ))}
        </g>
      </svg>
      <figcaption className="note" aria-hidden="true">
        {caption}
      </figcaption>
    </figure>
  );
}
