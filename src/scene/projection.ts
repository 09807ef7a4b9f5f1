/** A place in CSS pixels from the left top corner of the window. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

type Projector = (x: number, y: number) => Pixel | undefined;

let current: Projector | undefined;

/** Called by the 3D picture that is on the page; undefined when it leaves. */
export const setProjector = (projector: Projector | undefined): void => {
  current = projector;
};

/** Where a point of the domain, lifted to the surface, is seen in the 3D picture; undefined where there is none. */
export const projectToScreen: Projector = (x, y) => {
  const at = Number.isFinite(x) && Number.isFinite(y) ? current?.(x, y) : undefined;
  return at !== undefined && Number.isFinite(at.x) && Number.isFinite(at.y) ? at : undefined;
};
