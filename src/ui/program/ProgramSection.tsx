import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { programIn } from '../../state/backprop/shown.ts';
import { change, settle } from '../../state/store.ts';
import { dropDraft } from '../editor/drafts.ts';
import { programFault } from '../editor/fault.ts';
import { FormulaEditor } from '../editor/FormulaEditor.tsx';
import { take } from '../editor/take.ts';
import { Section } from '../panel/Section.tsx';
import { Sliders } from '../panel/Sliders.tsx';
import { useScene } from '../useScene.ts';
import { useText } from '../useText.ts';
import { inputQuantity } from './quantity.ts';
import { withInput, withProgram } from './recipes.ts';

/** What the editor's text is to become. */
export const programDraft = 'program';

/** The program, and a slider for each of its inputs. */
export function ProgramSection(): ReactNode {
  const backprop = useScene((scene) => scene.backprop);
  const { program, inputs } = programIn(backprop === undefined ? {} : { backprop });
  const { graph } = useText();
  const known = useRef<Record<string, number>>({});
  useEffect(() => {
    Object.assign(known.current, inputs);
  }, [inputs]);
  const onFormula = useCallback((next: string) => take(withProgram(next, known.current), 'program'), []);
  const text = useRef<HTMLTextAreaElement>(null);
  const names = Object.keys(inputs);
  return (
    <Section title={graph.program}>
      <FormulaEditor
        ref={text}
        label={graph.program}
        draft={programDraft}
        running={program}
        check={programFault}
        onFormula={onFormula}
        onEscape={() => {
          dropDraft(programDraft);
          text.current?.blur();
        }}
        note={graph.programNote}
      />
      <Inputs key={names.join(' ')} names={names} inputs={inputs} />
    </Section>
  );
}

function Inputs({ names, inputs }: { names: readonly string[]; inputs: Readonly<Record<string, number>> }): ReactNode {
  const { graph } = useText();
  if (names.length === 0) return <p className="note">{graph.noInputs}</p>;
  const items = names.map((name) => ({
    name,
    label: name,
    quantity: inputQuantity,
    reset: inputQuantity.initial,
    spoken: graph.input(name),
  }));
  return (
    <Sliders
      items={items}
      values={inputs}
      onChange={(name, value) => change(withInput(name, value), `input ${name}`)}
      onEditEnd={settle}
    />
  );
}
