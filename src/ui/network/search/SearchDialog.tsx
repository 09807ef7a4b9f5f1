import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { SearchedName } from '../../../network/search.ts';
import { axesFor, type LabTrial, ranked } from '../../../state/network/search.ts';
import { change } from '../../../state/store.ts';
import { Dialog } from '../../Dialog.tsx';
import { writeNumber } from '../../slider/number.ts';
import { useText } from '../../useText.ts';
import { scoreText } from '../cells/words.ts';
import { ParallelPlot } from './ParallelPlot.tsx';
import { compared } from './parallel.ts';
import { withTrial } from './recipes.ts';
import './search.css';
import { cancelSearch, searchStore, startSearch } from './store.ts';

/** The trials of a search as a picture and a table; each can become the settings of the lab. */
export function SearchDialog({ onClose }: { onClose(): void }): ReactNode {
  const { lab } = useText();
  const { status, id, spec, trials, planned, failure } = useStore(searchStore);
  const [pointed, setPointed] = useState<number>();
  if (spec === undefined) return null;
  const names = Object.keys(axesFor(spec)) as SearchedName[];
  const order = ranked(trials);
  const use = (trial: LabTrial): void => {
    change(withTrial(id, trial.values));
    onClose();
  };
  return (
    <Dialog title={lab.search.title} onClose={onClose}>
      <div className="search">
        <div className="search-progress">
          <progress max={planned} value={trials.length} aria-label={lab.search.progress} />
          <span role="status">{failure || lab.search.status[status](trials.length, planned)}</span>
          {status === 'running' ? (
            <button type="button" className="button" onClick={cancelSearch}>
              {lab.search.cancel}
            </button>
          ) : (
            <button type="button" className="button" onClick={() => void startSearch(id, spec)}>
              {lab.search.again}
            </button>
          )}
        </div>
        {trials.length > 1 && (
          <ParallelPlot names={names} trials={trials} pointed={pointed} onPoint={setPointed} onUse={use} />
        )}
        <div className="search-table" role="region" aria-label={lab.search.trials} tabIndex={0}>
          <table>
            <caption className="unseen">{lab.search.trials}</caption>
            <thead>
              <tr>
                <th scope="col">{lab.measures.score}</th>
                {names.map((name) => (
                  <th key={name} scope="col">
                    {lab.search.names[name]}
                  </th>
                ))}
                <th scope="col">{lab.search.stage}</th>
                <th scope="col">
                  <span className="unseen">{lab.search.use}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {order.map((trial) => (
                <tr
                  key={trial.place}
                  data-pointed={trial.place === pointed || undefined}
                  onPointerEnter={() => setPointed(trial.place)}
                  onPointerLeave={() => setPointed(undefined)}
                >
                  <th scope="row">
                    {Number.isFinite(trial.score)
                      ? scoreText(1 - trial.score, spec.shape.task === 'numbers')
                      : lab.search.diverged}
                  </th>
                  {names.map((name) => (
                    <td key={name}>{writeNumber(trial.values[name])}</td>
                  ))}
                  <td>{trial.resumes === undefined ? lab.search.stages[trial.stage] : lab.search.resumed}</td>
                  <td>
                    <button type="button" className="chip" onClick={() => use(trial)}>
                      {lab.search.use}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <GridNote names={names} trials={trials} />
      </div>
    </Dialog>
  );
}

/** Why not a grid: with as many trials it tries a handful of values per axis. */
function GridNote({ names, trials }: { names: readonly SearchedName[]; trials: readonly LabTrial[] }): ReactNode {
  const { lab } = useText();
  const found = compared(names, trials);
  if (found === undefined) return null;
  const { count, random, regular } = found;
  const rows = [
    { way: lab.search.random(count), values: random },
    { way: lab.search.ofGrid(count), values: regular },
  ];
  return (
    <div>
      <table className="search-grid">
        <caption>{lab.search.grid}</caption>
        <thead>
          <tr>
            <th scope="col">{lab.search.way}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {lab.search.names[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ way, values }) => (
            <tr key={way}>
              <th scope="row">{way}</th>
              {names.map((name, i) => (
                <td key={name}>{values[i]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
