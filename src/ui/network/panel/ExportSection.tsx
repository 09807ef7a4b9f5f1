import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { modelJson, modelScript, type TrainedModel } from '../../../network/pytorch.ts';
import { shownEpoch } from '../../../state/network/player.ts';
import { labStore, recordAt } from '../../../state/network/store.ts';
import { save } from '../../export/files.ts';
import { Section } from '../../panel/Section.tsx';
import { copy } from '../../share/exportScene.ts';
import { useLanguage, useText } from '../../useText.ts';
import { ChooseNetwork } from '../inside/ChooseNetwork.tsx';
import { useChosen } from '../inside/useChosen.ts';

/** The chosen network as it is shown, with what is needed to use it elsewhere. */
function modelOf(id: string | undefined): TrainedModel | undefined {
  const { common, runs } = labStore.getState();
  const run = runs.find((one) => one.id === id);
  const record = run && recordAt(run, shownEpoch());
  if (common === undefined || run === undefined || record === undefined) return undefined;
  const { raw, split, standard } = common;
  const row = split.test[0] as number;
  const ins = raw.features.length;
  return {
    shape: run.spec.shape,
    parameters: record.parameters,
    features: raw.features,
    classes: raw.classes,
    wanted: raw.wanted,
    example: raw.inputs.slice(row * ins, (row + 1) * ins),
    ...(standard && { standard }),
  };
}

/** The chosen network to take away: its parameters as JSON, and as a PyTorch script. */
export function ExportSection(): ReactNode {
  const { lab, take } = useText();
  const language = useLanguage();
  const chosen = useChosen();
  const hasRuns = useStore(labStore, ({ runs }) => runs.length > 0);
  const [said, setSaid] = useState('');
  const id = chosen?.runner.id ?? '';
  const keep = (extension: 'json' | 'py', type: string, text: (model: TrainedModel) => string): void => {
    const model = modelOf(id);
    if (model === undefined) return;
    const name = `downhill-network-${id}.${extension}`;
    save(name, new Blob([text(model)], { type }));
    setSaid(take.saved(name));
  };
  const copyScript = async (): Promise<void> => {
    const model = modelOf(id);
    if (model !== undefined)
      setSaid((await copy(modelScript(model, language))) ? lab.takeAway.copied : lab.takeAway.notCopied);
  };
  return (
    <Section title={lab.takeAway.title} isOpen={false}>
      <ChooseNetwork />
      <div className="layer-buttons">
        <button
          type="button"
          className="chip"
          disabled={!hasRuns}
          onClick={() => keep('json', 'application/json', modelJson)}
        >
          JSON
        </button>
        <button
          type="button"
          className="chip"
          disabled={!hasRuns}
          onClick={() => keep('py', 'text/x-python', (model) => modelScript(model, language))}
        >
          PyTorch
        </button>
        <button type="button" className="chip" disabled={!hasRuns} onClick={() => void copyScript()}>
          {lab.takeAway.copy}
        </button>
      </div>
      <p className="note" role="status">
        {said}
      </p>
      <p className="note">{lab.takeAway.note}</p>
    </Section>
  );
}
