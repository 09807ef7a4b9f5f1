import type { ReactNode } from 'react';
import { isTyped } from '../../state/schema.ts';
import { change, settle } from '../../state/store.ts';
import { surfaceIn } from '../../state/surface.ts';
import { CurvatureReadout } from '../curvature/CurvatureReadout.tsx';
import { SurfaceEditor } from '../editor/SurfaceEditor.tsx';
import { useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { withParameter } from './recipes.ts';
import { Section } from './Section.tsx';
import { Sliders } from './Sliders.tsx';

/** The parameters of the surface, and where it comes from. */
export function SurfaceSection(): ReactNode {
  const surface = useScene(surfaceIn);
  const kept = useScene((scene) => (isTyped(scene.surface) ? scene.surface.recorded?.kept : undefined));
  const language = useLanguage();
  const { panel, title } = useText();
  const { id, params, values } = surface;
  const teaches = surface.teaches[language];
  const items = Object.entries(params).map(([name, quantity]) => ({
    name,
    label: name,
    quantity,
    reset: quantity.initial,
    spoken: `${surface.name[language]}, ${name}`,
  }));
  return (
    <Section title={panel.surface}>
      <SurfaceEditor />
      {items.length === 0 && <p className="note">{panel.noParameters}</p>}
      <Sliders
        key={[language, id, ...items.map(({ name, reset }) => `${name} ${reset}`)].join(' ')}
        items={items}
        values={values}
        onChange={(name, value) => change(withParameter(name, value), `surface ${name}`)}
        onEditEnd={settle}
      />
      {kept !== undefined && <p className="note">{panel.recorded(`${(100 * kept).toFixed(1)}%`)}</p>}
      <CurvatureReadout />
      {teaches !== '' && (
        <details className="more">
          <summary>{title.about}</summary>
          <p className="note">{teaches}</p>
          {surface.source !== '' && <p className="note">{surface.source}</p>}
        </details>
      )}
    </Section>
  );
}
