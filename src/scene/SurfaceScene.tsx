import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { setLooking } from '../state/camera.ts';
import { appearance } from '../state/appearance.ts';
import { preferences } from '../state/preferences.ts';
import { heldRuns } from '../state/held.ts';
import { shownRuns } from '../state/runs.ts';
import { surfaceIn } from '../state/surface.ts';
import type { ViewName } from './camera/directions.ts';
import { poseFor, sightIn } from './camera/home.ts';
import { keyMove } from './camera/keys.ts';
import { ViewButtons } from './camera/ViewButtons.tsx';
import { Frames } from './Frames.tsx';
import { placeOn, viewOf } from './geometry/view.ts';
import { Overlay } from './overlay/Overlay.tsx';
import { PictureTaker } from './picture/PictureTaker.tsx';
import { projection } from './overlay/project.ts';
import { Picture } from './Picture.tsx';
import { setProjector } from './projection.ts';
import { Runs } from './Runs.tsx';
import './scene.css';
import { createStage, currentView } from './stage.ts';
import { Ground } from './surface/Ground.tsx';
import { type Missing, SurfaceMesh } from './surface/SurfaceMesh.tsx';
import { hasWebGl } from './webgl.ts';
import { words } from './words.ts';

/** What lies over the picture's edges, in CSS pixels. */
export interface Insets {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Props {
  /** Called once where WebGL is missing or fails; nothing is drawn then. */
  readonly onUnavailable: () => void;
  /** The optimizer whose path lies on top while the others fade. */
  readonly highlighted?: string | undefined;
  readonly insets?: Insets;
}

const noInsets: Insets = { left: 0, right: 0, top: 0, bottom: 0 };
/** Room around the surface, in font sizes. */
const margin = 1.6;

const isStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The race in 3D: the surface, the paths on it, and all that lies over them. It fills its parent. */
export function SurfaceScene({ onUnavailable, highlighted, insets = noInsets }: Props) {
  const language = useStore(preferences, (state) => state.language);
  const theme = useStore(appearance, (state) => state.theme);
  const scene = useStore(heldRuns, (state) => state.scene);
  const allRuns = useStore(heldRuns, (state) => state.runs);
  const [stage] = useState(createStage);
  const [em, setEm] = useState(16);
  const [isAvailable, setAvailable] = useState(hasWebGl);
  const [isLost, setLost] = useState(false);
  const [missing, setMissing] = useState<Missing>();
  const root = useRef<HTMLDivElement>(null);
  const surface = surfaceIn(scene);
  const { lesson } = scene;
  /** Why there is no picture. */
  const nothing = isLost ? 'lost' : missing;
  const view = viewOf(surface);
  const runs = shownRuns(scene, allRuns);

  const goTo = useCallback(
    (name: ViewName, isGliding: boolean) => {
      stage.rig?.show(poseFor(name, stage), isGliding);
      stage.viewName = name;
    },
    [stage],
  );
  const start = useCallback(() => goTo('reset', false), [goTo]);
  const fail = useCallback(() => setAvailable(false), []);

  useEffect(() => {
    if (!isAvailable) onUnavailable();
  }, [isAvailable, onUnavailable]);
  useEffect(() => () => stage.paths.dispose(), [stage]);

  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return;
    const measure = (): void => {
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const { clientWidth: width, clientHeight: height } = element;
      const room = Math.min(size * margin, width * 0.05, height * 0.08);
      stage.frame = {
        width: Math.max(1, width),
        height: Math.max(1, height),
        left: insets.left + room,
        right: insets.right + room,
        top: insets.top + room,
        bottom: insets.bottom + room * 1.4,
      };
      setEm(size);
      if (stage.rig?.isAtRest === true) goTo(stage.viewName, false);
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [stage, goTo, insets.left, insets.right, insets.top, insets.bottom]);

  const place = surface.id ?? `${surface.formula} ${surface.domain.join()}`;
  const shownPlace = useRef<string>(undefined);
  // From lesson to lesson the camera glides, also where the surface is another.
  useLayoutEffect(() => {
    const isTold = lesson !== undefined;
    if (isTold || shownPlace.current !== place) goTo('reset', isTold && !isStill());
    shownPlace.current = place;
  }, [goTo, place, lesson]);

  useEffect(() => {
    setLooking(() => sightIn(stage));
    return () => setLooking(undefined);
  }, [stage]);

  useEffect(() => {
    if (nothing !== undefined) return;
    setProjector((x, y) => {
      if (stage.camera === undefined || root.current === null) return undefined;
      const { left, top, width, height } = root.current.getBoundingClientRect();
      const at = projection(stage.camera, width, height)(placeOn(currentView(), x, y));
      return at === undefined ? undefined : { x: left + at.x, y: top + at.y };
    });
    return () => setProjector(undefined);
  }, [stage, nothing]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '0') goTo('reset', !isStill());
    else if (stage.rig === undefined || !keyMove(stage.rig, event.key, event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** A press on the picture takes the focus from whatever has it, and leaves the arrow keys to the playback. */
  const onMouseDown = (event: MouseEvent): void => {
    if (!(event.target instanceof HTMLCanvasElement)) return;
    event.preventDefault();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };

  if (!isAvailable) return null;
  return (
    <div
      ref={root}
      className="scene"
      role="application"
      tabIndex={0}
      aria-label={words.picture[language]}
      aria-description={words.keys[language]}
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
    >
      <Picture onError={fail}>
        <Ground box={view.box} colour={theme === 'dark' ? '#8fa3c7' : '#5b6b85'} />
        <SurfaceMesh view={view} scene={scene} highlighted={highlighted} onMissing={setMissing} />
        <Runs stage={stage} scene={scene} runs={runs} view={view} highlighted={highlighted} em={em} />
        <Frames stage={stage} onReady={start} onLost={setLost} />
        {nothing === undefined && <PictureTaker root={root} />}
      </Picture>
      <Overlay stage={stage} scene={scene} runs={runs} view={view} highlighted={highlighted} em={em} root={root} />
      {nothing !== undefined && (
        <p className="scene-lost" role="status">
          {words[nothing][language]}
        </p>
      )}
      <ViewButtons onView={(name) => goTo(name, !isStill())} />
    </div>
  );
}
