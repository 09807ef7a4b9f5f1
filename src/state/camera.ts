import type { Sight } from '../lessons/lesson.ts';

type Looking = () => Sight | undefined;

let looking: Looking | undefined;

/** Called by the 3D picture that is on the page; undefined when it leaves. */
export const setLooking = (look: Looking | undefined): void => {
  looking = look;
};

/** Where the picture is looked at from; undefined where that is the surface's own view, or there is no picture. */
export const sightNow: Looking = () => looking?.();
