import type { MouseEvent, ReactNode } from 'react';
import { type RuleId, rules } from '../../optimizers/catalog.ts';
import { runnerLimit } from '../../state/field.ts';
import type { Runner } from '../../state/scene.ts';
import { change } from '../../state/store.ts';
import { Glyph } from '../Glyph.tsx';
import { useTheme } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { withRule } from './recipes.ts';

/** The button of one that was added is gone: the focus goes to the one beside it. */
const focusBeside = (button: HTMLElement): void => {
  const item = button.parentElement;
  const beside = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector('button');
  (beside ?? document.getElementById('controls'))?.focus();
};

/** The built-in optimizers that are not in the race, each a press away from it. */
export function MoreOptimizers({ runners }: { runners: readonly Runner[] }): ReactNode {
  const language = useLanguage();
  const theme = useTheme();
  const { editor, panel } = useText();
  const absent = rules.filter(({ id }) => runners.every((runner) => runner.id !== id));
  if (absent.length === 0) return null;
  const isFull = runners.length >= runnerLimit;
  const add = (id: RuleId, { currentTarget }: MouseEvent<HTMLElement>): void => {
    focusBeside(currentTarget);
    change(withRule(id));
  };
  return (
    <details className="more more-optimizers">
      <summary>
        {panel.more} <span className="more-count">{absent.length}</span>
      </summary>
      <ul>
        {absent.map(({ id, name, mark, teaches }) => (
          <li key={id}>
            <button
              type="button"
              className="chip"
              aria-label={panel.addOf(name[language])}
              title={teaches[language]}
              disabled={isFull}
              onClick={(event) => add(id, event)}
            >
              <Glyph kind={mark.glyph} colour={mark[theme]} />
              {name[language]}
            </button>
          </li>
        ))}
      </ul>
      {isFull && <p className="note">{editor.full(runners.length)}</p>}
    </details>
  );
}
