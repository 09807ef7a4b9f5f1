import type { ReactNode } from 'react';
import type { Scene } from '../../state/scene.ts';
import { lossText } from '../../i18n/numbers.ts';
import type { Row } from '../compare/rows.ts';
import { Glyph } from '../Glyph.tsx';
import { useLanguage, useText } from '../useText.ts';
import { hyperOf } from './settings.ts';

/** Each run with what it was set to and what came of it. */
export function HandoutTable({ scene, rows }: { scene: Scene; rows: readonly Row[] }): ReactNode {
  const { compare, print } = useText();
  const language = useLanguage();
  const { columns } = compare;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{print.settings}</th>
          <th scope="col">{columns.finalLoss}</th>
          <th scope="col">{columns.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ look, finalLoss, outcome }) => {
          const runner = scene.optimizers.find(({ id }) => id === look.id);
          return (
            <tr key={look.id}>
              <th scope="row">
                <Glyph kind={look.glyph} colour={look.colour} /> {look.name}
              </th>
              <td>{runner && hyperOf(runner, language)}</td>
              <td>{lossText(finalLoss)}</td>
              <td>{outcome}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
