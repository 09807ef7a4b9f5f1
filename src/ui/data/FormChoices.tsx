import { type ReactNode, useState } from 'react';
import { momentsOf } from '../../../surfaces/regression.ts';
import type { Text } from '../../formula/text.ts';
import { unfit } from '../../state/data.ts';
import type { DataSurface } from '../../state/scene.ts';
import { readable } from '../../state/status.ts';
import { settle } from '../../state/store.ts';
import { Choice } from '../panel/Choice.tsx';
import { useLanguage, useText } from '../useText.ts';
import { changeHere, withLoss, withStandardised } from './recipes.ts';

const kinds = ['squared', 'huber'] as const;
const forms = ['standardised', 'raw'] as const;

/** Which loss, and whether inputs are standardised; a form that the rows cannot have is refused with the reason. */
export function FormChoices({ surface }: { surface: DataSurface }): ReactNode {
  const language = useLanguage();
  const { data } = useText();
  const [refused, setRefused] = useState<{ of: DataSurface; why: Text }>();
  const form = surface.standardised ? 'standardised' : 'raw';
  const { variance, meanInput, targetVariance, meanTarget } = momentsOf(surface.data);
  const choose = (wanted: (typeof forms)[number]): void => {
    const standardised = wanted === 'standardised';
    const why = unfit(surface.data, standardised);
    setRefused(why && { of: surface, why });
    settle();
    if (why === undefined) changeHere(withStandardised(standardised));
  };
  return (
    <>
      <Choice
        label={data.loss}
        value={surface.loss}
        options={kinds.map((value) => ({ value, text: data.losses[value] }))}
        onChange={(value) => changeHere(withLoss(value as (typeof kinds)[number]))}
      />
      <p className="note">{data.notes[surface.loss]}</p>
      <Choice
        label={data.inputs}
        value={form}
        options={forms.map((value) => ({ value, text: data.forms[value] }))}
        onChange={(value) => choose(value as (typeof forms)[number])}
      />
      <p className="note">{data.notes[form]}</p>
      <div aria-live="polite">
        {refused?.of === surface && <p className="problem">{refused.why[language]}</p>}
        {variance === 0 && <p className="note">{data.trough(readable(meanInput))}</p>}
        {variance > 0 && targetVariance === 0 && <p className="note">{data.flat(readable(meanTarget))}</p>}
      </div>
    </>
  );
}
