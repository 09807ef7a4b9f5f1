import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { type CheckId, checks } from '../../../network/checks/catalog.ts';
import type { Finding } from '../../../network/checks/check.ts';
import { type Mistake, mistakes } from '../../../network/mistakes.ts';
import { networkIn } from '../../../state/network/settings.ts';
import { labStore } from '../../../state/network/store.ts';
import { change } from '../../../state/store.ts';
import { useTold, useToldPress } from '../../lessons/useTold.ts';
import { Section } from '../../panel/Section.tsx';
import { useScene } from '../../useScene.ts';
import { useLanguage, useText } from '../../useText.ts';
import { ChooseNetwork } from '../inside/ChooseNetwork.tsx';
import { useChosen } from '../inside/useChosen.ts';
import { labPool } from '../lab.ts';
import { withSabotage } from './recipes.ts';

type Findings = Partial<Readonly<Record<CheckId, Finding | 'busy'>>>;

/** What a professional makes sure of before a long training, and mistakes to find with it. */
export function ChecksSection(): ReactNode {
  const { lab } = useText();
  const language = useLanguage();
  const chosen = useChosen();
  const run = useStore(labStore, ({ runs }) => runs.find(({ id }) => id === chosen?.runner.id));
  const key = run?.key;
  const [{ of, findings }, setFound] = useState<{ of: string | undefined; findings: Findings }>({
    of: undefined,
    findings: {},
  });
  /** What was found out about a network says nothing about another. */
  const tell = (id: CheckId, finding: Finding | 'busy' | undefined): void =>
    setFound((before) => {
      if (before.of === key) return { of: key, findings: { ...before.findings, [id]: finding } };
      return finding === 'busy' ? { of: key, findings: { [id]: finding } } : before;
    });
  const make = async (id: CheckId): Promise<void> => {
    if (run === undefined) return;
    tell(id, 'busy');
    try {
      tell(id, await labPool.ask(run.place, 'check', { spec: run.spec, check: id }));
    } catch {
      tell(id, undefined);
    }
  };
  const all = useToldPress(useTold('checks'), key);
  const shown = of === key ? findings : {};
  const made = checks.flatMap(({ id }) => {
    const finding = shown[id];
    return finding === undefined || finding === 'busy' ? [] : [finding];
  });
  const failed = made.filter(({ passed }) => !passed).length;
  return (
    <Section title={lab.checks} part="checks">
      <ChooseNetwork />
      <div className="layer-buttons">
        <button
          ref={all}
          type="button"
          className="chip"
          disabled={run === undefined}
          onClick={() => checks.forEach(({ id }) => void make(id))}
        >
          {lab.checkAll}
        </button>
        <p className="check-sum" role="status">
          {made.length === checks.length ? lab.checkSum(failed) : ''}
        </p>
      </div>
      <ul className="check-list">
        {checks.map(({ id, name, teaches }) => {
          const finding = shown[id];
          const isDone = finding !== undefined && finding !== 'busy';
          return (
            <li key={id} data-check={id} data-passed={isDone ? finding.passed : undefined}>
              <button
                type="button"
                title={teaches[language]}
                disabled={run === undefined}
                onClick={() => void make(id)}
              >
                <span className="check-sign" aria-hidden="true">
                  {finding === 'busy' ? '…' : isDone ? (finding.passed ? '✓' : '✗') : '○'}
                </span>
                {name[language]}
                <span className="check-verdict">{isDone ? (finding.passed ? lab.passed : lab.failedCheck) : ''}</span>
              </button>
              <p className="note" aria-live="polite">
                {isDone ? finding.sentence[language] : teaches[language]}
              </p>
            </li>
          );
        })}
      </ul>
      <Sabotages />
    </Section>
  );
}

function Sabotages(): ReactNode {
  const { lab } = useText();
  const language = useLanguage();
  const { sabotages } = useScene(networkIn);
  return (
    <fieldset className="sabotages">
      <legend>{lab.sabotage}</legend>
      {(Object.keys(mistakes) as Mistake[]).map((id) => (
        <label key={id} className="check">
          <input
            type="checkbox"
            checked={sabotages.includes(id)}
            onChange={({ target }) => change(withSabotage(id, target.checked))}
          />
          {mistakes[id][language]}
        </label>
      ))}
    </fieldset>
  );
}
