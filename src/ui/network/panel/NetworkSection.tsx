import type { ReactNode } from 'react';
import { type Activation, activations } from '../../../network/activations/catalog.ts';
import { type InitialisationId, initialisations } from '../../../network/initial.ts';
import { layersOf, parameterCount } from '../../../network/shape.ts';
import { layerLimit } from '../../../state/network/schema.ts';
import { networkIn } from '../../../state/network/settings.ts';
import { shapeOf } from '../../../state/network/spec.ts';
import { labStore } from '../../../state/network/store.ts';
import { change } from '../../../state/store.ts';
import { Choice } from '../../panel/Choice.tsx';
import { Section } from '../../panel/Section.tsx';
import { useScene } from '../../useScene.ts';
import { useLanguage, useText } from '../../useText.ts';
import { useStore } from 'zustand';
import { filterField, layerFields, penaltyField } from './fields.ts';
import { LabSliders } from './LabSliders.tsx';
import { withLayers, withNetwork } from './recipes.ts';

const convolutionStart = { filters: 8, size: 3, stride: 1 } as const;

/** The network's layers, what lies between them, and how its weights begin. */
export function NetworkSection(): ReactNode {
  const settings = useScene(networkIn);
  const text = useText();
  const { lab } = text;
  const language = useLanguage();
  const data = useStore(labStore, ({ samples }) => samples.data);
  const { hidden, activation, initial, convolution } = settings;
  return (
    <Section title={lab.network}>
      {data !== undefined && (
        <p className="shape">
          <span>{[data.features.length, ...hidden, data.classes.length || data.wanted.length].join(' – ')}</span>
          <span className="note">{lab.parameters(parameterCount(layersOf(shapeOf(settings, data))))}</span>
        </p>
      )}
      <LabSliders fields={layerFields(settings, text)} id={`${settings.data} ${hidden.length}`} />
      <div className="layer-buttons">
        <button
          type="button"
          className="chip"
          disabled={hidden.length >= layerLimit}
          onClick={() => change(withLayers(1))}
        >
          {lab.addLayer}
        </button>
        <button type="button" className="chip" disabled={hidden.length === 0} onClick={() => change(withLayers(-1))}>
          {lab.removeLayer}
        </button>
      </div>
      {data?.side !== undefined && <Filters convolution={convolution} />}
      <Choice
        label={lab.activation}
        value={activation}
        options={Object.entries(activations).map(([id, { name }]) => ({ value: id, text: name }))}
        onChange={(id) => change(withNetwork({ activation: id as Activation }))}
      />
      <Choice
        label={lab.initial}
        value={initial}
        options={Object.entries(initialisations).map(([id, { name }]) => ({ value: id, text: name[language] }))}
        onChange={(id) => change(withNetwork({ initial: id as InitialisationId }))}
      />
      <p className="note initial-note" title={initialisations[initial].source}>
        w ~ {initialisations[initial].formula}, f(z) = {activations[activation].formula}
      </p>
      <LabSliders fields={[penaltyField(settings, text)]} id="l2" />
    </Section>
  );
}

function Filters({
  convolution,
}: {
  convolution: { filters: number; size: 3 | 5; stride: number } | undefined;
}): ReactNode {
  const text = useText();
  const { lab } = text;
  return (
    <>
      <label className="check" title={lab.convolutionNote}>
        <input
          type="checkbox"
          checked={convolution !== undefined}
          onChange={({ target }) => change(withNetwork({ convolution: target.checked ? convolutionStart : undefined }))}
        />
        {lab.convolution}
      </label>
      {convolution !== undefined && (
        <>
          <LabSliders fields={[filterField(convolution, text)]} id="filters" />
          <Choice
            label={lab.filterSize}
            value={`${convolution.size} ${convolution.stride}`}
            options={['3 1', '3 2', '5 1', '5 2'].map((value) => ({ value, text: lab.filterText(value[0] as string, value[2] as string) }))} // prettier-ignore
            onChange={(value) => {
              const [size, stride] = [value.startsWith('3') ? (3 as const) : (5 as const), Number(value[2])];
              change(withNetwork({ convolution: { ...convolution, size, stride } }));
            }}
          />
        </>
      )}
    </>
  );
}
