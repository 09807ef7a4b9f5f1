import './legend.css';
import { type CSSProperties, type ReactNode, useCallback, useMemo } from 'react';
import { type InkMark, looks, type MarkKind } from '../../scene/geometry/inkMarks.ts';
import { hasRows } from '../../state/initial.ts';
import { drawnNow, stateKindsOf } from '../../state/inspected.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Runner } from '../../state/scene.ts';
import { useAtCursor } from '../useAtCursor.ts';
import { useScene, useTheme } from '../useScene.ts';
import { useText } from '../useText.ts';

type Entry = readonly [kind: MarkKind, words: string, name?: string];

/** Font size of a sample in its own units: what lengths of marks are given in. */
const em = 12;

const samples: Partial<Readonly<Record<MarkKind, Pick<InkMark, 'd' | 'head'>>>> = {
  size: { d: 'M7 11V1h3v10ZM12 11V6h3v5Z' },
  lookahead: { d: 'M7 6a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z' },
  upward: { d: 'M1 6H21' },
  downward: { d: 'M1 6H21' },
};
const arrow = { d: 'M1 6H15', head: 'M22 6L15 9V3Z' };

function Sample({ kind }: { kind: MarkKind }): ReactNode {
  const { width, dash, isHollow } = looks[kind];
  const { d, head } = samples[kind] ?? arrow;
  const line = { strokeWidth: width * em, strokeDasharray: dash.map((length) => length * em).join(' ') };
  return (
    <svg viewBox="0 0 23 12" aria-hidden="true" data-own={looks[kind].ink === 'own' || undefined}>
      <path d={d} style={width > 0 ? { ...line, fill: 'none' } : { stroke: 'none' }} />
      {head !== undefined && (
        <path d={head} style={isHollow ? { fill: 'none', strokeWidth: width * em } : { stroke: 'none' }} />
      )}
    </svg>
  );
}

/** The optimizer whose step is drawn, where it is shown. */
const inspectedIn = (runners: readonly Runner[], inspect: string | undefined, solo: string | undefined) =>
  solo === undefined || solo === inspect ? runners.find(({ id, off }) => id === inspect && off !== true) : undefined;

/**
 * What the arrows and lines on the surface are, in words; `otherwise` where there are none. It stands above the picture,
 * which makes room for it, so that it never covers a marker.
 */
export function Legend({ otherwise }: { otherwise: ReactNode }): ReactNode {
  const { runners, inspect, solo, hasNoise, isBatch, curvature } = useScene((scene) => ({
    runners: scene.optimizers,
    inspect: scene.inspect,
    solo: scene.solo,
    hasNoise: scene.noise > 0,
    isBatch: scene.batch !== undefined && hasRows(scene.surface),
    curvature: scene.curvature === true,
  }));
  const theme = useTheme();
  const text = useText();
  const runner = inspectedIn(runners, inspect, solo);
  const words = text.inspect.legend;
  const drawn = useAtCursor(useCallback(() => drawnNow(inspect), [inspect]));
  const entries = useMemo((): Entry[] => {
    if (runner === undefined) return [];
    const states = [...stateKindsOf(runner)].map(([name, kind]): Entry => {
      if (kind === 'size') return ['size', words.size(name), name];
      return kind === 'velocity' ? ['velocity', words.velocity(name), name] : ['memory', words.memory(name), name];
    });
    const all: Entry[] = [
      ['step', words.step],
      ['gradient', isBatch ? words.ofBatch : hasNoise ? words.noisy : words.gradient],
      ...(isBatch || hasNoise ? [['exact', isBatch ? words.ofAll : words.exact] as const] : []),
      ['lookahead', words.lookahead],
      ...states,
    ];
    const isDrawn = new Set(drawn.split('|'));
    return all.filter(([kind, , name = '']) => isDrawn.has(`${kind} ${name}`));
  }, [runner, hasNoise, isBatch, words, drawn]);
  const { upward, downward } = text.curvature.legend;
  const cross: Entry[] = curvature
    ? [
        ['upward', upward],
        ['downward', downward],
      ]
    : [];
  if (entries.length + cross.length === 0) return otherwise;
  const colour = runner && ruleIn(runner, runners).mark[theme];
  return (
    <ul className="legend" aria-label={words.region} style={{ '--ink': colour } as CSSProperties}>
      {[...entries, ...cross].map(([kind, said]) => (
        <li key={`${kind} ${said}`}>
          <Sample kind={kind} />
          {said}
        </li>
      ))}
    </ul>
  );
}
