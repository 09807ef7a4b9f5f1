import type { Rig } from './rig.ts';

const turn = Math.PI / 36;
const shift = 24;
const closer = 1.12;

/** What a key does to the camera: arrows orbit, with Shift they pan, + and − zoom. False where it does nothing. */
export function keyMove(rig: Rig, key: string, isShifted: boolean): boolean {
  const way = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[key];
  if (way !== undefined) {
    const [across, up] = way as [number, number];
    if (isShifted) rig.pan(across * shift, up * shift);
    else rig.orbit(across * turn, up * turn);
  } else if (key === '+' || key === '=') rig.zoom(closer);
  else if (key === '-' || key === '_') rig.zoom(1 / closer);
  else return false;
  return true;
}
