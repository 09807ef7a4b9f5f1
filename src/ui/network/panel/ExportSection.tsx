import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { modelJson, modelScript, type TrainedModel } from '../../../network/pytorch.ts';
import { shownEpoch } from '../../../state/network/player.ts';
import { labStore } from '../../../state/network/store.ts';
import { trainedModel } from '../../../state/network/trained.ts';
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
  return common && run && trainedModel(common, run, shownEpoch());
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
    const name = `downhill-network-${id}-epoch-${model.epoch}.${extension}`;
    save(name, new Blob([text(model)], { type }));
    setSaid(take.saved(name));
  };
  const copyScript = async (): Promise<void> => {
    const model = modelOf(id);
    if (model !== undefined)
      setSaid((await copy(modelScript(model, language))) ? lab.takeAway.copied(model.epoch) : lab.takeAway.notCopied);
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
