import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { appearance } from '../state/appearance.ts';
import { preferences } from '../state/preferences.ts';
import { Dialog } from './Dialog.tsx';
import { useScene } from './useScene.ts';
import { useText } from './useText.ts';

type Row = readonly [words: string, keys: readonly (readonly string[])[]];

/** The keys, and a switch that turns them off. */
export function ShortcutSheet({ onClose }: { onClose(): void }): ReactNode {
  const { classroom, future, maps, presenter, shortcuts } = useText();
  const isOn = useStore(preferences, (state) => state.shortcuts);
  const { hasContrast } = useStore(appearance);
  const runners = useScene(({ optimizers }) => optimizers.length);
  const { keys } = shortcuts;
  const rows: readonly Row[] = [
    [shortcuts.playPause, [[keys.space]]],
    [shortcuts.step, [['←'], ['→']]],
    [
      shortcuts.steps,
      [
        [keys.shift, '←'],
        [keys.shift, '→'],
      ],
    ],
    [shortcuts.ends, [[keys.home], [keys.end]]],
    [shortcuts.restart, [['R']]],
    [future.mode, [['I']]],
    [shortcuts.solo, [['1'], ['…'], [String(Math.min(9, runners))]]],
    [shortcuts.all, [['0']]],
    [
      shortcuts.undo,
      [
        [keys.ctrl, 'Z'],
        [keys.ctrl, keys.shift, 'Z'],
      ],
    ],
    [classroom.keys.lessons, [[classroom.keys.pageDown], [classroom.keys.pageUp]]],
    [classroom.keys.present, [['P']]],
    [presenter.key, [['N']]],
    [classroom.keys.blank, [['.']]],
    [classroom.keys.full, [['F']]],
    [classroom.keys.leave, [[classroom.keys.escape]]],
    [maps.keys.probe, [['←'], ['→'], ['↑'], ['↓']]],
    [maps.keys.use, [[keys.enter]]],
    [maps.keys.zoom, [['+'], ['−']]],
    [maps.keys.whole, [['0']]],
    [shortcuts.sheet, [['?']]],
  ];
  return (
    <Dialog title={shortcuts.title} onClose={onClose}>
      <dl className="keys">
        {rows.map(([words, combinations]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>
              {combinations.map((combination) => (
                <span key={combination.join()}>
                  {combination.map((key) => (key === '…' ? key : <kbd key={key}>{key}</kbd>))}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target }) => preferences.setState({ shortcuts: target.checked })}
        />
        {shortcuts.enabled}
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={hasContrast}
          onChange={({ target }) => preferences.setState({ contrast: target.checked ? 'more' : 'standard' })}
        />
        {shortcuts.contrast}
      </label>
      <h3>{shortcuts.mouse}</h3>
      <p className="note">{shortcuts.orbit}</p>
      <p className="note">{shortcuts.place}</p>
      <p className="note">{shortcuts.slider}</p>
      {import.meta.env.MODE === 'production' && (
        <p className="note">
          <a href="./licences.txt" target="_blank" rel="noreferrer">
            {shortcuts.licences}
          </a>
        </p>
      )}
    </Dialog>
  );
}
