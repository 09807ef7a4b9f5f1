import { type ReactNode, useEffect, useRef } from 'react';
import { simulate } from '../../engine/simulate.ts';
import { type ChosenMaps, startAxes } from '../../state/maps/chosen.ts';
import { planOf } from '../../state/maps/plan.ts';
import { probeStore } from '../../state/maps/probe.ts';
import { appearance } from '../../state/appearance.ts';
import type { Runner, Scene } from '../../state/scene.ts';
import { surfaceIn } from '../../state/surface.ts';
import { valueOn } from '../../sweep/axis.ts';
import { settingsAlong } from '../../sweep/plan.ts';
import { contextOf, fitCanvas } from '../canvas.ts';
import { drawBands } from '../contour/drawSurface.ts';
import { surfaceMap } from '../contour/surfaceMap.ts';
import { onceAFrame } from '../frame.ts';
import { drawRun } from './sources.ts';

const detail = 90;

/** The surface from above with the run at the probe, or with that of the playground's settings. */
export function SurfacePath({ scene, maps, runner }: { scene: Scene; maps: ChosenMaps; runner: Runner }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const { axes, steps, tolerance } = maps;
    const plan = planOf(scene, runner, { axes, size: [1, 1], steps, tolerance });
    const surface = surfaceIn(scene);
    const plane = startAxes(surface.domain);
    const still = document.createElement('canvas');
    const whole = { left: 0, top: 0, width: element.clientWidth, height: element.clientHeight };
    fitCanvas(element, whole.width, whole.height, window.devicePixelRatio);
    fitCanvas(still, whole.width, whole.height, window.devicePixelRatio);
    const ground = (): void =>
      drawBands(
        contextOf(still),
        { domain: surface.domain, ...whole },
        surfaceMap(surface, detail).bands,
        appearance.getState().theme,
      );
    ground();
    const draw = (): void => {
      const { probe } = probeStore.getState();
      const settings =
        probe === null
          ? plan.settings
          : settingsAlong(plan).at(valueOn(axes[0], probe.across), valueOn(axes[1], probe.up));
      const context = contextOf(element);
      context.clearRect(0, 0, whole.width, whole.height);
      context.drawImage(still, 0, 0, whole.width, whole.height);
      drawRun(context, whole, plane, simulate(runner.id, settings));
    };
    const frame = onceAFrame(draw);
    draw();
    const ends = [
      probeStore.subscribe(frame.request),
      appearance.subscribe(() => {
        ground();
        frame.request();
      }),
    ];
    return () => {
      for (const end of ends) end();
      frame.cancel();
    };
  }, [scene, maps, runner]);
  return <canvas ref={canvas} className="surface-path" aria-hidden="true" />;
}
