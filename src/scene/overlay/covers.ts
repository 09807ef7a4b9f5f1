import { domainX, domainY } from '../geometry/box.ts';
import { isHidden } from '../geometry/marker.ts';
import type { Vector } from '../geometry/vector.ts';
import { heightAt, type View } from '../geometry/view.ts';
import type { Stage } from '../stage.ts';

/** Whether the surface lies between a place on it and the eye. */
export const covers = ({ camera }: Stage, view: View, place: Vector): boolean =>
  isHidden(place, camera?.position.toArray() ?? [0, 1, 0], view.box.rise, view.box, (x, z) =>
    heightAt(view, domainX(view.box, x), domainY(view.box, z)),
  );
