import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { EnsembleResult } from '../../../network/ensemble.ts';
import { ensembleSources } from '../../../state/network/schema.ts';
import { sightOf, sightShape } from '../../../state/network/sights.ts';
import { type Common, seenData } from '../../../state/network/spec.ts';
import { labStore } from '../../../state/network/store.ts';
import { ruleIn } from '../../../state/rule.ts';
import { runnersIn } from '../../../state/settings.ts';
import { change } from '../../../state/store.ts';
import { Choice } from '../../panel/Choice.tsx';
import { Section } from '../../panel/Section.tsx';
import { useTold, useToldPress } from '../../lessons/useTold.ts';
import { useAppearance, useScene } from '../../useScene.ts';
import { useLanguage, useText } from '../../useText.ts';
import { paintOutputs } from '../cells/paintOutputs.ts';
import { scoreText } from '../cells/words.ts';
import { ChooseNetwork } from '../inside/ChooseNetwork.tsx';
import { useChosen } from '../inside/useChosen.ts';
import { labPool } from '../lab.ts';
import { withNetwork } from '../panel/recipes.ts';
import { useTrained } from '../useTrained.ts';
import { type Member, membersOf, type Source } from './members.ts';
import { ensembleVerdict } from './verdict.ts';

const sizes = [3, 5, 8];
const side = 96;

interface Found {
  readonly source: Source;
  readonly members: readonly Member[];
  readonly result: EnsembleResult;
  readonly outputs: Float32Array;
  readonly common: Common;
}

/** Several networks averaged: each on the test samples, on average, and together. */
export function EnsembleSection(): ReactNode {
  const { lab } = useText();
  const chosen = useChosen();
  const run = useStore(labStore, ({ runs }) => runs.find(({ id }) => id === chosen?.runner.id));
  const common = useStore(labStore, (state) => state.common);
  const source = useScene(({ network }) => network?.ensemble ?? 'seeds');
  const size = useScene(({ network }) => network?.members ?? 5);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [found, setFound] = useState<Found>();

  const make = async (): Promise<void> => {
    if (run === undefined || common === undefined) return;
    setBusy(true);
    setSaid(lab.ensemble.busy);
    try {
      const members = await membersOf(source, run, size);
      if (members.length < 2) return setSaid(lab.ensemble.few);
      const ask = { models: members.map(({ model }) => model), data: seenData(common), rows: common.split.test, sight: sightOf(common), side }; // prettier-ignore
      const { result, outputs } = await labPool.ask(0, 'ensemble', ask);
      setFound({ source, members, result, outputs, common });
      setSaid('');
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };

  const isTold = useTold('ensemble');
  const isTrained = useTrained();
  const press = useToldPress(isTold && isTrained, run?.key);

  return (
    <Section title={lab.ensemble.title} isOpen={isTold} part="ensemble">
      <ChooseNetwork />
      <Choice
        label={lab.ensemble.members}
        value={source}
        options={ensembleSources.map((id) => ({ value: id, text: lab.ensemble.sources[id] }))}
        onChange={(id) => change(withNetwork({ ensemble: id as Source }))}
      />
      {source !== 'networks' && (
        <Choice
          label={lab.ensemble.size}
          value={String(size)}
          options={[...new Set([...sizes, size])]
            .sort((a, b) => a - b)
            .map((value) => ({ value: String(value), text: String(value) }))}
          onChange={(value) => change(withNetwork({ members: Number(value) }))}
        />
      )}
      <div className="layer-buttons">
        <button
          ref={press}
          type="button"
          className="chip"
          disabled={isBusy || run === undefined}
          onClick={() => void make()}
        >
          {lab.ensemble.make}
        </button>
      </div>
      <p className="note" role="status">
        {said}
      </p>
      {found === undefined ? <p className="note">{lab.ensemble.notes.none}</p> : <Result found={found} />}
    </Section>
  );
}

function Result({ found }: { found: Found }): ReactNode {
  const { lab } = useText();
  const language = useLanguage();
  const runners = useScene(runnersIn);
  const { source, members, result, common } = found;
  const isNumber = common.shape.task === 'numbers';
  const nameOf = ({ name }: Member): string => {
    const runner = runners.find(({ id }) => id === name);
    return source === 'networks' && runner ? ruleIn(runner, runners).name[language] : lab.ensemble.member[source](name);
  };
  return (
    <>
      <table className="ensemble">
        <caption>{lab.ensemble.table}</caption>
        <tbody>
          {members.map((member, i) => (
            <tr key={member.name}>
              <th scope="row">{nameOf(member)}</th>
              <td>{scoreText(result.members[i]?.score ?? NaN, isNumber)}</td>
            </tr>
          ))}
          <tr data-sum="mean">
            <th scope="row">{lab.ensemble.mean}</th>
            <td>
              {scoreText(result.mean.score, isNumber)} ±&nbsp;{scoreText(result.spread, isNumber).replace('R² ', '')}
            </td>
          </tr>
          <tr data-sum="ensemble">
            <th scope="row">{lab.ensemble.together}</th>
            <td>{scoreText(result.ensemble.score, isNumber)}</td>
          </tr>
        </tbody>
      </table>
      {sightShape(common.raw) === 'plane' && <Region found={found} />}
      <p className="note">{lab.ensemble.notes[ensembleVerdict(result, isNumber)]}</p>
    </>
  );
}

/** What the ensemble says of the plane. */
function Region({ found: { common, outputs } }: { found: Found }): ReactNode {
  const { lab } = useText();
  const look = useAppearance();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null) paintOutputs(canvas.current, common, outputs, side, look.theme);
  }, [common, outputs, look]);
  return <canvas ref={canvas} className="ensemble-region" role="img" aria-label={lab.ensemble.region} />;
}
