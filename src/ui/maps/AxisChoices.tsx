import type { ReactNode } from 'react';
import { axisQuantities } from '../../state/maps/axes.ts';
import { type ChosenMaps, usualAxis } from '../../state/maps/chosen.ts';
import { checkAxis, scales } from '../../state/maps/range.ts';
import type { Runner, Scene } from '../../state/scene.ts';
import { change } from '../../state/store.ts';
import type { SweepAxis } from '../../sweep/axis.ts';
import { Choice } from '../panel/Choice.tsx';
import { useText } from '../useText.ts';
import { withMaps } from './recipes.ts';

interface Props {
  scene: Scene;
  runner: Runner;
  axes: ChosenMaps['axes'];
}

/** Which two settings are mapped, and on which scales. */
export function AxisChoices({ scene, runner, axes }: Props): ReactNode {
  const { maps: text } = useText();
  const names = Object.keys(axisQuantities(scene, runner));
  const options = names.map((name) => ({ value: name, text: name }));
  const setAxis = (which: 'x' | 'y', name: string): void => {
    const [x, y] = axes;
    const axis = usualAxis(scene, runner, name);
    const other = which === 'x' ? y : x;
    // The same name on both axes: they change places.
    if (other.name === name) change(withMaps({ x: y, y: x }));
    else change(withMaps(which === 'x' ? { x: axis, y } : { x, y: axis }));
  };
  return (
    <>
      {(['x', 'y'] as const).map((which, i) => {
        const axis = axes[i] as SweepAxis;
        const fitting = scales.filter((scale) => checkAxis({ ...axis, scale }) === undefined);
        return (
          <div key={which} className="map-axis">
            <Choice
              label={which === 'x' ? text.across : text.up}
              value={axis.name}
              options={options}
              onChange={(name) => setAxis(which, name)}
            />
            <Choice
              label=""
              spoken={text.scaleOf(axis.name)}
              value={axis.scale}
              options={fitting.map((value) => ({ value, text: text.scales[value] }))}
              onChange={(chosen) => {
                const scale = fitting.find((each) => each === chosen) ?? axis.scale;
                const [x, y] = axes;
                change(withMaps(which === 'x' ? { x: { ...x, scale }, y } : { x, y: { ...y, scale } }));
              }}
            />
          </div>
        );
      })}
    </>
  );
}
