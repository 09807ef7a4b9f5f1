import { type ReactNode, useState } from 'react';
import type { Circuit } from '../../formula/circuit.ts';
import type { Path } from '../../formula/paths.ts';
import { lightWires } from '../../state/backprop.ts';
import { short } from '../graph/number.ts';
import { wayOf } from './paths.ts';

interface Props {
  circuit: Circuit;
  paths: readonly Path[];
  label: string;
}

/** Paths with their products. Pointing at one, or reaching it with Tab, lights it in the graph; a press keeps it lit. */
export function PathList({ circuit, paths, label }: Props): ReactNode {
  const [kept, setKept] = useState<string>();
  const indices = (path: Path | undefined): readonly number[] | null => path?.wires.map(({ index }) => index) ?? null;
  const keyOf = ({ wires }: Path): string => wires.map(({ index }) => index).join();
  const keptPath = paths.find((path) => keyOf(path) === kept);
  const light = (path: Path): void => lightWires(indices(path));
  const leave = (): void => lightWires(indices(keptPath));
  return (
    <ol className="path-list" aria-label={label}>
      {paths.map((path) => {
        const key = keyOf(path);
        return (
          <li key={key}>
            <button
              type="button"
              aria-pressed={kept === key}
              onPointerEnter={() => light(path)}
              onPointerLeave={leave}
              onFocus={() => light(path)}
              onBlur={leave}
              onClick={() => {
                setKept(kept === key ? undefined : key);
                light(path);
              }}
            >
              <span>{wayOf(circuit, path)}</span> <span>{short(path.product)}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
