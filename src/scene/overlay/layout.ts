import type { PerspectiveCamera } from 'three';
import { runsStore, shownRuns } from '../../state/runs.ts';
import { playback } from '../../state/playback.ts';
import { stride } from '../geometry/drape.ts';
import { skirtDepth, worldX, worldZ } from '../geometry/box.ts';
import { markerOn } from '../geometry/marker.ts';
import { type LabelRequest, placeLabels, type Rect } from '../geometry/labels.ts';
import { placeOn, type View } from '../geometry/view.ts';
import { currentView, type Stage } from '../stage.ts';
import { covers } from './covers.ts';
import { type Project, projection } from './project.ts';

interface RunnerElements {
  readonly id: string;
  readonly root: HTMLElement;
  readonly marker: SVGElement;
  readonly label: HTMLElement;
  readonly leader: SVGLineElement;
  readonly width: number;
  readonly height: number;
  place: number;
}

const move = (element: HTMLElement | SVGElement, x: number, y: number): void => {
  element.style.translate = `${x.toFixed(2)}px ${y.toFixed(2)}px`;
};
/** What is shown inherits its visibility, so that it goes with a view that is hidden as a whole. */
const show = (element: HTMLElement | SVGElement, isShown: boolean): void => {
  element.style.visibility = isShown ? '' : 'hidden';
};

/** Points of each path that labels try not to cover. */
const trailPoints = 48;

/** World units per pixel of font size from the ground's edge to its numbers, and to the names of the axes. */
const tickOffset = 0.0044;
const nameOffset = 0.0105;
/** Sine of the elevation from which the surface would cover the ground's numbers. */
const steep = 0.97;

/** Puts the overlay's elements in their places; the returned function is called after every frame. */
export function createLayout(stage: Stage, layer: HTMLElement, em: number): () => void {
  const all = <T extends HTMLElement | SVGElement>(selector: string): T[] => [...layer.querySelectorAll<T>(selector)];
  const minima = all<SVGElement>('[data-minimum]');
  const saddles = all<SVGElement>('[data-saddle]');
  const ticks = all<HTMLElement>('[data-axis]');
  const start = layer.querySelector('.scene-start') as HTMLElement;
  const runners = all<HTMLElement>('[data-run]').map((root): RunnerElements => {
    const id = root.dataset['run'] as string;
    const label = root.querySelector('.scene-label') as HTMLElement;
    const leader = [...layer.querySelectorAll<SVGLineElement>('[data-leader]')].find(
      ({ dataset }) => dataset['leader'] === id,
    ) as SVGLineElement;
    const marker = root.querySelector('.scene-marker') as SVGElement;
    return { id, root, marker, label, leader, width: label.offsetWidth, height: label.offsetHeight, place: -1 };
  });
  const markerRadius = em * 0.62;
  const trail = new Float32Array(runners.length * trailPoints * 2);
  // What is new has no place before the next frame, and would lie in the corner until then.
  for (const element of [...ticks, ...minima, ...saddles]) if (element.style.translate === '') show(element, false);
  for (const { root, marker } of runners) if (marker.style.translate === '') show(root, false);

  function layMarks(view: View, project: Project, elements: SVGElement[], points: View['minima']): void {
    elements.forEach((element, i) => {
      const point = points[i];
      const place = point === undefined ? undefined : placeOn(view, point.x, point.y);
      const [x0, x1, y0, y1] = view.box.domain;
      const isInside = point !== undefined && point.x >= x0 && point.x <= x1 && point.y >= y0 && point.y <= y1;
      const at = place === undefined || !Number.isFinite(place[1]) ? undefined : project(place);
      show(element, isInside && at !== undefined);
      if (place === undefined || at === undefined || !isInside) return;
      move(element, at.x, at.y);
      element.dataset['hidden'] = String(covers(stage, view, place));
      if (element.dataset['rank'] !== 'lowest') return;
      const r = em * 0.55;
      obstacles.push({ left: at.x - r, top: at.y - r, width: 2 * r, height: 2 * r });
    });
  }

  function layStart(view: View, project: Project): Rect | undefined {
    const [x, y] = runsStore.getState().scene.start;
    const place = placeOn(view, x, y);
    const at = Number.isFinite(place[1]) ? project(place) : undefined;
    show(start, at !== undefined);
    if (at === undefined) return undefined;
    move(start, at.x, at.y);
    const r = em * 0.66;
    return { left: at.x - r, top: at.y - r, width: 2 * r, height: 2 * r };
  }

  /** Ticks stand along the two edges of the ground that are nearer to the eye; seen from above, beside the surface. */
  function layTicks({ box }: View, project: Project, camera: PerspectiveCamera): void {
    const [towardsX, towardsY, towardsZ] = camera.matrixWorld.elements.slice(8, 11) as [number, number, number];
    const edgeX = (towardsX > 1e-3 ? 1 : -1) * box.halfX;
    const edgeZ = (towardsZ > -1e-3 ? 1 : -1) * box.halfZ;
    const ground = towardsY > steep ? box.rise : -skirtDepth;
    for (const tick of ticks) {
      const isName = tick.dataset['value'] === 'name';
      const value = Number(tick.dataset['value']);
      const off = em * (isName ? nameOffset : tickOffset);
      const x = isName ? 0 : worldX(box, value);
      const z = isName ? 0 : worldZ(box, value);
      const isX = tick.dataset['axis'] === 'x';
      const at = project(
        isX ? [x, ground, edgeZ + Math.sign(edgeZ) * off] : [edgeX + Math.sign(edgeX) * off, ground, z],
      );
      // Where the two edges meet there is room for one number.
      const isInCorner = !isX && Math.abs(z - edgeZ) < 1e-6;
      show(tick, at !== undefined && !isInCorner);
      if (at !== undefined) move(tick, at.x, at.y);
    }
  }

  function gatherTrail(project: Project): Float32Array {
    let used = 0;
    for (const { id } of runners) {
      const path = stage.paths.byKey.get(id);
      if (path === undefined) continue;
      const { offsets, points, steps } = path.drape;
      const end = offsets[Math.min(steps, Math.ceil(playback.position))] as number;
      for (let i = 0; i < trailPoints && end > 0; i += 1) {
        const at = Math.round((end * i) / (trailPoints - 1)) * stride;
        const seen = project([points[at] as number, points[at + 1] as number, points[at + 2] as number]);
        if (seen === undefined) continue;
        trail[used] = seen.x;
        trail[used + 1] = seen.y;
        used += 2;
      }
    }
    return trail.subarray(0, used);
  }

  function layRunners(view: View, project: Project, covered: readonly Rect[]): void {
    const { frame } = stage;
    const { runs, scene } = runsStore.getState();
    const requests: LabelRequest[] = [];
    const labelled: RunnerElements[] = [];
    for (const runner of runners) {
      const run = shownRuns(scene, runs).find(({ id }) => id === runner.id);
      const place = run === undefined ? undefined : markerOn(view, run, playback.position);
      const at = place === undefined ? undefined : project(place);
      const isSeen =
        at !== undefined && at.x > -em && at.y > -em && at.x < frame.width + em && at.y < frame.height + em;
      show(runner.root, isSeen);
      show(runner.leader, false);
      if (place === undefined || at === undefined || !isSeen) continue;
      move(runner.marker, at.x, at.y);
      runner.marker.style.opacity = covers(stage, view, place) ? '0.5' : '1';
      const { width, height } = runner;
      requests.push({ x: at.x, y: at.y, radius: markerRadius, width, height, before: runner.place });
      labelled.push(runner);
    }
    const bounds = {
      left: frame.left + 4,
      top: frame.top + 4,
      width: frame.width - frame.left - frame.right - 8,
      height: frame.height - frame.top - frame.bottom - 8,
    };
    placeLabels(requests, covered, bounds, gatherTrail(project)).forEach(({ left, top, place, isLed }, i) => {
      const runner = labelled[i] as RunnerElements;
      const { x, y, width, height } = requests[i] as LabelRequest;
      runner.place = place;
      move(runner.label, left, top);
      if (!isLed) return;
      const ends = [x, y, Math.min(Math.max(x, left), left + width), Math.min(Math.max(y, top), top + height)] as const;
      ['x1', 'y1', 'x2', 'y2'].forEach((name, j) => runner.leader.setAttribute(name, (ends[j] as number).toFixed(1)));
      show(runner.leader, true);
    });
  }

  const obstacles: Rect[] = [];
  const seen = new Float64Array(33);
  let laid: View | undefined;

  /** Whether the view or the camera is not what it was in the frame before. */
  function hasMoved(view: View, camera: PerspectiveCamera): boolean {
    let isSame = laid === view;
    [...camera.matrixWorld.elements, ...camera.projectionMatrix.elements, stage.frame.width].forEach((value, i) => {
      isSame &&= seen[i] === value;
      seen[i] = value;
    });
    laid = view;
    return !isSame;
  }

  return () => {
    const { camera, frame } = stage;
    if (camera === undefined) return;
    const view = currentView();
    const project = projection(camera, frame.width, frame.height);
    if (hasMoved(view, camera)) {
      obstacles.length = 0;
      layTicks(view, project, camera);
      layMarks(view, project, saddles, view.saddles);
      layMarks(view, project, minima, view.minima);
    }
    const startRect = layStart(view, project);
    const covered = [...obstacles, ...stage.layInk(view, project)];
    layRunners(view, project, startRect === undefined ? covered : [...covered, startRect]);
  };
}
