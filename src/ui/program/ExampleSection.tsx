import { type ReactNode } from 'react';
import { surfaces } from '../../../surfaces/catalog.ts';
import { examples } from '../../state/backprop/examples.ts';
import { programIn } from '../../state/backprop/shown.ts';
import { change, settle } from '../../state/store.ts';
import { surfaceIn } from '../../state/surface.ts';
import { dropDraft } from '../editor/drafts.ts';
import { Choice } from '../panel/Choice.tsx';
import { Section } from '../panel/Section.tsx';
import { useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { programDraft } from './ProgramSection.tsx';
import { withProgramExample, withSurfaceExample } from './recipes.ts';

const choose = (recipe: Parameters<typeof change>[0]): void => {
  settle();
  dropDraft(programDraft);
  change(recipe);
};

/** Programs that each show one thing, and the surfaces of the playground. */
export function ExampleSection(): ReactNode {
  const language = useLanguage();
  const { graph } = useText();
  const { isSurface, program, surface } = useScene((scene) => ({
    isSurface: scene.backprop?.of === 'surface',
    program: programIn(scene).program,
    surface: surfaceIn(scene).id ?? '',
  }));
  const options = surfaces.map(({ id, name }) => ({ value: id as string, text: name[language] }));
  const none = { value: '', text: graph.chooseSurface };
  return (
    <Section title={graph.examples}>
      <div className="programs" role="group" aria-label={graph.examples}>
        {examples.map((example) => (
          <button
            key={example.program}
            type="button"
            className="chip"
            aria-pressed={!isSurface && example.program === program}
            onClick={() => choose(withProgramExample(example))}
          >
            {example.name[language]}
          </button>
        ))}
      </div>
      <Choice
        label={graph.surfaces}
        value={isSurface ? surface : ''}
        options={isSurface && surface !== '' ? options : [none, ...options]}
        onChange={(id) => {
          const chosen = surfaces.find((one) => one.id === id);
          if (chosen !== undefined) choose(withSurfaceExample(chosen.id));
        }}
      />
    </Section>
  );
}
