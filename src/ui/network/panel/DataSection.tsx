import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { count, slider } from '../../../formula/quantity.ts';
import { generatorOf } from '../../../network/data/catalog.ts';
import { shares } from '../../../network/defaults.ts';
import { seedLimit } from '../../../state/field.ts';
import { dataIds } from '../../../state/network/schema.ts';
import { isGenerator, networkIn } from '../../../state/network/settings.ts';
import { labStore } from '../../../state/network/store.ts';
import { change } from '../../../state/store.ts';
import { Choice } from '../../panel/Choice.tsx';
import { Section } from '../../panel/Section.tsx';
import { useScene } from '../../useScene.ts';
import { useLanguage, useText } from '../../useText.ts';
import { LabSliders, type Setting } from './LabSliders.tsx';
import { withData, withNetwork, withParam } from './recipes.ts';
import { TableField } from './TableField.tsx';

/** The seed's slider; any seed can be typed. */
const seed = count(1, 0, 20);
const share = slider(shares.validation, 0.05, 0.45);

/** What is learnt from: which samples, how many, how noisy; and how they are split. */
export function DataSection(): ReactNode {
  const settings = useScene(networkIn);
  const samples = useStore(labStore, (state) => state.samples);
  const language = useLanguage();
  const { lab } = useText();
  const { data, params } = settings;
  const generator = isGenerator(data) ? generatorOf(data) : undefined;
  const own = Object.entries(generator?.params ?? {}).map(([name, quantity]): Setting => {
    const label = quantity.words?.[language] ?? name;
    return {
      name,
      label,
      quantity,
      value: params[name] ?? quantity.initial,
      spoken: `${lab.data}, ${label}`,
      recipe: (value) => withParam(name, value),
    };
  });
  const common: Setting[] = [
    { name: 'seed', label: lab.seed, quantity: seed, most: seedLimit, value: settings.seed, spoken: lab.seedNote, recipe: (value) => withNetwork({ seed: value }) },
    { name: 'validation', label: lab.validation, quantity: share, most: 0.45, value: settings.validation, spoken: lab.validationShare, recipe: (value) => withNetwork({ validation: Math.max(0.01, value) }) },
    { name: 'test', label: lab.test, quantity: share, most: 0.45, value: settings.test, spoken: lab.testShare, recipe: (value) => withNetwork({ test: Math.max(0.01, value) }) },
  ]; // prettier-ignore
  return (
    <Section title={lab.data}>
      <Choice
        label={lab.samples}
        spoken={lab.data}
        value={data}
        options={dataIds.map((id) => ({
          value: id,
          text: isGenerator(id) ? generatorOf(id).name[language] : lab.dataNames[id],
        }))}
        onChange={(id) => change(withData(id as (typeof dataIds)[number]))}
      />
      {generator !== undefined && <p className="note">{generator.teaches[language]}</p>}
      {data === 'digits' && <p className="note">{lab.digitsCredit}</p>}
      {data === 'csv' && <TableField samples={samples} table={settings.table} />}
      <LabSliders settings={[...own, ...common]} id={data} />
      <label className="check" title={lab.standardiseNote}>
        <input
          type="checkbox"
          checked={settings.standardise}
          onChange={({ target }) => change(withNetwork({ standardise: target.checked }))}
        />
        {lab.standardise}
      </label>
      {samples.data !== undefined && <p className="note">{lab.splitOf(...sizesOf(samples.data.rows, settings))}</p>}
    </Section>
  );
}

/** How many samples each part of the split has. */
const sizesOf = (
  rows: number,
  { validation, test }: { validation: number; test: number },
): [number, number, number] => {
  const [kept, last] = [Math.max(1, Math.round(rows * validation)), Math.max(1, Math.round(rows * test))];
  return [rows - kept - last, kept, last];
};
