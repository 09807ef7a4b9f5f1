import type { CSSProperties, ReactNode } from 'react';
import { pointsOf } from '../../engine/points.ts';
import type { ChosenMaps } from '../../state/maps/chosen.ts';
import type { Scene } from '../../state/scene.ts';
import { place } from '../../state/status.ts';
import { surfaceIn } from '../../state/surface.ts';
import { useTheme } from '../useScene.ts';
import { useText } from '../useText.ts';
import { KeySign } from './KeySign.tsx';
import { amount, arrival, cssOf, minimumHue, outcomes } from './palette.ts';

const stops = [0, 0.2, 0.4, 0.6, 0.8, 1];
const gradient = (colour: (share: number) => string): CSSProperties => ({
  backgroundImage: `linear-gradient(to right, ${stops.map(colour).join(', ')})`,
});

const listed = 6;

/** What the colours of the maps mean. */
export function MapLegend({
  scene,
  maps,
  hasBoundary = false,
}: {
  scene: Scene;
  maps: ChosenMaps;
  hasBoundary?: boolean;
}): ReactNode {
  const { maps: text } = useText();
  const theme = useTheme();
  const { minima, values } = surfaceIn(scene);
  const points = pointsOf(minima, values);
  const swatch = (name: keyof typeof outcomes): ReactNode => (
    <li key={name}>
      <span className="swatch" style={{ background: cssOf(outcomes[name][theme]) }} />
      {text.classes[name]}
    </li>
  );
  const ramp = (colour: (share: number) => string, from: string, to: string): ReactNode => (
    <span className="map-ramp">
      {from}
      <span className="ramp" style={gradient(colour)} />
      {to}
    </span>
  );
  const isBasins = maps.kind === 'basins';
  return (
    <ul className="map-legend">
      {isBasins &&
        (points.length === 0 ? [undefined] : points.slice(0, listed)).map((point, i) => (
          <li key={point === undefined ? 'none' : place(point.x, point.y)}>
            <span className="swatch wide" style={gradient((share) => cssOf(arrival(minimumHue(i), 1 - share)))} />
            {point === undefined ? text.classes.converged : place(point.x, point.y)}
          </li>
        ))}
      {isBasins && <li className="note">{`${text.fast} → ${text.late}`}</li>}
      {isBasins && <li className="note">{text.winnerNote}</li>}
      {!isBasins && maps.colour !== 'class' && (
        <li>
          {ramp(
            (share) => cssOf(amount(share)),
            maps.colour === 'loss' ? text.low : text.fast,
            maps.colour === 'loss' ? text.high : text.late,
          )}
        </li>
      )}
      {!isBasins && maps.colour === 'class' && (
        <li>
          <span className="swatch" style={{ background: cssOf(arrival(185, 0.55)) }} />
          {text.classes.converged}
        </li>
      )}
      {(isBasins || maps.colour !== 'loss') && (['slow', 'oscillating'] as const).map(swatch)}
      {(['diverged', 'undefined'] as const).map(swatch)}
      <li>
        <KeySign kind="here" reach={0.5} />
        {text.here}
      </li>
      {hasBoundary && (
        <li>
          <KeySign kind="limit" reach={0.5} />
          {text.boundary}
        </li>
      )}
    </ul>
  );
}
