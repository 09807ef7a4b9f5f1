import type { ReactNode } from 'react';
import { surfaces } from '../../../surfaces/catalog.ts';
import { stepLimit } from '../../state/field.ts';
import type { ChosenMaps } from '../../state/maps/chosen.ts';
import { mapColours, mapKinds, trialKinds } from '../../state/maps/schema.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Scene } from '../../state/scene.ts';
import { change, showView } from '../../state/store.ts';
import { surfaceIn } from '../../state/surface.ts';
import { Choice } from '../panel/Choice.tsx';
import { NumberField } from '../slider/NumberField.tsx';
import { useLanguage, useText } from '../useText.ts';
import { saveCsv, saveJson, savePng } from './save.ts';
import { AxisChoices } from './AxisChoices.tsx';
import { withMaps } from './recipes.ts';
import { StopMaps } from './StopMaps.tsx';
import { isWhole, withSurfaceMapped, withWhole } from './zoom.ts';

const own = 'own';

/** What of a map can be taken away. */
const takes = [
  { name: 'PNG', spoken: 'pngOf', save: savePng },
  { name: 'CSV', spoken: 'csvOf', save: saveCsv },
  { name: 'JSON', spoken: 'jsonOf', save: saveJson },
] as const;

/** What is mapped, over what, and in which colours. */
export function MapBar({ scene, maps }: { scene: Scene; maps: ChosenMaps }): ReactNode {
  const { maps: text, title } = useText();
  const language = useLanguage();
  const surface = surfaceIn(scene);
  const { runner, axes, kind } = maps;
  return (
    <div className="map-bar" role="group" tabIndex={-1} aria-label={text.settings}>
      <Choice
        label={title.surface}
        value={surface.id ?? own}
        options={[
          ...(surface.id === undefined ? [{ value: own, text: surface.name[language] }] : []),
          ...surfaces.map(({ id, name }) => ({ value: id, text: name[language] })),
        ]}
        onChange={(id) => {
          const found = surfaces.find((each) => each.id === id);
          if (found !== undefined) change((before) => withSurfaceMapped(before, found.id));
        }}
      />
      <div className="map-kinds" role="group" aria-label={text.kind}>
        {mapKinds.map((each) => (
          <button
            key={each}
            type="button"
            className="chip"
            aria-pressed={each === kind}
            onClick={() => change(withMaps({ kind: each }))}
          >
            {text.kinds[each]}
          </button>
        ))}
      </div>
      {kind === 'hyper' && runner !== undefined && (
        <>
          <Choice
            label={text.optimizer}
            value={runner.id}
            options={scene.optimizers.map((each) => ({
              value: each.id,
              text: ruleIn(each, scene.optimizers).name[language],
            }))}
            onChange={(optimizer) => change(withMaps({ optimizer, x: undefined, y: undefined }))}
          />
          <AxisChoices scene={scene} runner={runner} axes={axes} />
          <Choice
            label={text.colour}
            value={maps.colour}
            options={mapColours.map((colour) => ({ value: colour, text: text.colours[colour] }))}
            onChange={(colour) => change(withMaps({ colour: mapColours.find((each) => each === colour) }))}
          />
          <Choice
            label={text.trials}
            value={scene.maps?.trials ?? ''}
            options={[
              { value: '', text: text.noTrials },
              ...trialKinds.map((value) => ({ value, text: text.trialKinds[value] })),
            ]}
            onChange={(trials) => change(withMaps({ trials: trialKinds.find((each) => each === trials) }))}
          />
        </>
      )}
      <div className="map-number">
        <span>{text.steps}</span>
        <NumberField
          key={kind}
          name={text.steps}
          value={maps.steps}
          limits={{ least: 1, most: stepLimit, whole: true }}
          onCommit={(steps) => change(withMaps({ steps }))}
        />
      </div>
      {kind !== 'race' && (
        <div className="map-number">
          <span>{text.tolerance}</span>
          <NumberField
            name={text.tolerance}
            value={maps.tolerance}
            limits={{ least: 1e-6, most: 0.5, whole: false }}
            onCommit={(tolerance) => change(withMaps({ tolerance }))}
          />
        </div>
      )}
      <span className="map-tools">
        {kind !== 'race' && <StopMaps />}
        {kind !== 'race' && !isWhole(scene) && (
          <button type="button" className="chip" onClick={() => change(withWhole)}>
            {text.whole}
          </button>
        )}
        {kind !== 'race' &&
          takes.map(({ name, spoken, save }) => (
            <button
              key={name}
              type="button"
              className="chip"
              aria-label={text[spoken]}
              title={text[spoken]}
              onClick={() => void save(scene)}
            >
              {name}
            </button>
          ))}
        <button type="button" className="chip" onClick={() => showView('playground')}>
          {text.toPlayground}
        </button>
      </span>
    </div>
  );
}
