import type { ReactNode, Ref } from 'react';
import { surfaces } from '../../../surfaces/catalog.ts';
import { withSurface } from '../../state/scene.ts';
import { change } from '../../state/store.ts';
import { surfaceIn } from '../../state/surface.ts';
import { EditSurface } from '../editor/EditSurface.tsx';
import { LossFormula } from '../LossFormula.tsx';
import { Legend } from '../inspect/Legend.tsx';
import { showRace } from '../motion.ts';
import { OpenGraph } from '../program/OpenGraph.tsx';
import { useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';

const own = 'own';

const choose = (id: string): void => {
  const chosen = surfaces.find((surface) => surface.id === id);
  if (chosen === undefined) return;
  change((scene) => withSurface(scene, chosen.id));
  showRace();
};

/** Which surface it is: its name, which is also the picker, its formula, and what it teaches. */
export function Title({ ref }: { ref: Ref<HTMLElement> }): ReactNode {
  const surface = useScene(surfaceIn);
  const language = useLanguage();
  const { title } = useText();
  const teaches = surface.teaches[language];
  return (
    <section ref={ref} className="title" aria-label={title.surface}>
      <div className="title-line">
        <span className="surface-picker">
          <select aria-label={title.surface} value={surface.id ?? own} onChange={({ target }) => choose(target.value)}>
            {surface.id === undefined && <option value={own}>{surface.name[language]}</option>}
            {surfaces.map(({ id, name }) => (
              <option key={id} value={id}>
                {name[language]}
              </option>
            ))}
          </select>
        </span>
        <span className="title-formula">
          <LossFormula label={title.formula} />
          <EditSurface />
          <OpenGraph />
        </span>
      </div>
      <Legend
        otherwise={
          teaches !== '' && (
            <p className="teaches" title={surface.source === '' ? undefined : `${title.source}: ${surface.source}`}>
              {teaches}
            </p>
          )
        }
      />
    </section>
  );
}
