import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { generatorOf } from '../../../network/data/catalog.ts';
import { dataIds } from '../../../state/network/schema.ts';
import { isGenerator, networkIn } from '../../../state/network/settings.ts';
import { labStore } from '../../../state/network/store.ts';
import { change } from '../../../state/store.ts';
import { Choice } from '../../panel/Choice.tsx';
import { Section } from '../../panel/Section.tsx';
import { useScene } from '../../useScene.ts';
import { useLanguage, useText } from '../../useText.ts';
import { generatorFields, splitFields } from './fields.ts';
import { LabSliders } from './LabSliders.tsx';
import { withData, withNetwork } from './recipes.ts';
import { TableField } from './TableField.tsx';

/** What is learnt from: which samples, how many, how noisy; and how they are split. */
export function DataSection(): ReactNode {
  const settings = useScene(networkIn);
  const samples = useStore(labStore, (state) => state.samples);
  const language = useLanguage();
  const text = useText();
  const { lab } = text;
  const { data } = settings;
  const generator = isGenerator(data) ? generatorOf(data) : undefined;
  const fields = [...generatorFields(settings, text, language), ...splitFields(settings, text)];
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
      <LabSliders fields={fields} id={data} />
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
