import { fansStore } from './fans.ts';

/** Frames of the display that a drawing waits at most. */
const patience = 6;

let isSlow = false;

/** Tells whether the latest 3D picture kept the page for long, as where the processor draws. */
export const tellSlow = (now: boolean): void => void (isSlow = now);

/**
 * Whether a drawing that has waited so many frames should wait for the fans: they are soon there, and to draw would take
 * longer than to make them, which would wait for it; and they would have to be drawn once more.
 */
export const waitsForFans = (waited: number): boolean => isSlow && waited < patience && fansStore.getState().isSoon;
