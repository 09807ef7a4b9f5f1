import { useEffect, useState } from 'react';
import type { Circuit, Gate } from '../../formula/circuit.ts';
import { type Direction, type Drawing, drawingOf, questionOf } from './geometry.ts';
import { askForLayout } from './layout/ask.ts';
import { mostDrawn, planOf } from './plan.ts';

/** Fewer than this are not worth drawing. */
const fewest = 30;

/** Whether a drawing is of this circuit, with all that a gate is connected to: it can stay when that gate is chosen. */
const isSurrounded = (drawing: Drawing | undefined, circuit: Circuit, { args, users }: Gate): boolean =>
  drawing?.plan.circuit === circuit && [...args, ...users].every((wire) => !wire.active || drawing.paths.has(wire));

interface Found {
  readonly drawing?: Drawing;
  /** Whether no layout can be had. */
  readonly isMissing?: boolean;
}

/**
 * The drawing of a circuit, or of the part around a gate: of as much as can be laid out in the time there is. Until it
 * is there, the one before.
 */
export function useDrawing(circuit: Circuit, around: Gate, direction: Direction): Found {
  const [found, setFound] = useState<Found>({});
  const [centre, setCentre] = useState(around);
  if (centre !== around && !isSurrounded(found.drawing, circuit, around)) setCentre(around);
  useEffect(() => {
    const calledOff = new AbortController();
    const look = async (most: number): Promise<void> => {
      const plan = planOf(circuit, centre, most);
      const answer = await askForLayout(questionOf(plan, direction), calledOff.signal);
      if (calledOff.signal.aborted) return;
      if (answer !== undefined) setFound({ drawing: drawingOf(plan, direction, answer) });
      else if (most > fewest) await look(Math.floor(most / 4));
      else setFound({ isMissing: true });
    };
    void look(mostDrawn);
    return () => calledOff.abort();
  }, [circuit, centre, direction]);
  return found;
}
