/** What the page counts while it works, for people who measure it. Whoever draws or simulates adds to it. */
export interface Stats {
  /** Runs simulated. */
  simulations: number;
  /** Milliseconds that the latest change of the scene took to simulate, and how many runs that were. */
  lastSimulationMs: number;
  lastSimulations: number;
  /** Milliseconds from then until all of its fans were there. */
  lastFansMs: number;
  /** Frames drawn in 3D. */
  frames: number;
  /** Milliseconds of script that the latest frame took. */
  lastFrameMs: number;
  /** What the 3D picture holds on the graphics card: shapes, pictures on them, and shader programs. */
  geometries: number;
  textures: number;
  programs: number;
}

export const stats: Stats = {
  simulations: 0,
  lastSimulationMs: 0,
  lastSimulations: 0,
  lastFansMs: 0,
  frames: 0,
  lastFrameMs: 0,
  geometries: 0,
  textures: 0,
  programs: 0,
};

let clock = (): number => 0;

/** Gives the counters a clock in milliseconds; until then durations are 0. */
export const setClock = (now: () => number): void => {
  clock = now;
};

/** Begins to measure; the function that it returns tells the milliseconds since. */
export const stopwatch = (): (() => number) => {
  const before = clock();
  return () => clock() - before;
};

/** Milliseconds that something takes. */
export const timed = (work: () => void): number => {
  const since = stopwatch();
  work();
  return since();
};
