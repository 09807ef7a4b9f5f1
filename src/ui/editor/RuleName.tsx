import { type ReactNode, useId, useState } from 'react';
import type { Text } from '../../formula/text.ts';
import { setHighlight } from '../../state/highlight.ts';
import { change, sceneStore } from '../../state/store.ts';
import { useLanguage, useText } from '../useText.ts';
import { moveDraft } from './drafts.ts';
import { nameFault, withName } from './recipes.ts';

/** The name of a typed rule. One that it cannot have leaves the old one and says why. */
export function RuleName({ id }: { id: string }): ReactNode {
  const language = useLanguage();
  const { editor } = useText();
  const field = useId();
  const [draft, setDraft] = useState<string>();
  const [fault, setFault] = useState<Text>();
  const commit = (): void => {
    if (draft === undefined) return;
    const name = draft.trim();
    const found = nameFault(sceneStore.getState().scene, id, name);
    setDraft(undefined);
    setFault(found);
    if (found !== undefined || name === id) return;
    setHighlight(null);
    moveDraft(id, name);
    change(withName(id, name));
  };
  return (
    <div className="rule-name">
      <label htmlFor={field}>{editor.name}</label>
      <input
        id={field}
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={draft ?? id}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${field}-said`}
        onChange={({ target }) => {
          setDraft(target.value);
          setFault(undefined);
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setDraft(undefined);
        }}
      />
      {fault !== undefined && (
        <p className="problem" id={`${field}-said`} role="status">
          {fault[language]}
        </p>
      )}
    </div>
  );
}
