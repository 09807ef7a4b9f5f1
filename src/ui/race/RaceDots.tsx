import { type ReactNode, useEffect, useRef } from 'react';
import type { Theme } from '../../scene/geometry/colours.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Scene } from '../../state/scene.ts';
import { contextOf, fitCanvas } from '../canvas.ts';
import { inTurn } from '../turns.ts';
import { useTheme } from '../useScene.ts';
import type { Dot } from './dots.ts';

/** A picture of a dot, since pictures are quicker to lay down thousands of times than circles. */
function stamp(colour: string, radius: number, ratio: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const side = 2 * radius + 2;
  fitCanvas(canvas, side, side, ratio);
  const context = contextOf(canvas);
  context.globalAlpha = 0.75;
  context.fillStyle = colour;
  context.beginPath();
  context.arc(side / 2, side / 2, radius, 0, 2 * Math.PI);
  context.fill();
  return canvas;
}

function drawDots(
  canvas: HTMLCanvasElement,
  scene: Scene,
  dots: readonly Dot[],
  { width, height }: Pick<Props, 'width' | 'height'>,
  theme: Theme,
): void {
  const ratio = window.devicePixelRatio;
  fitCanvas(canvas, width, height, ratio);
  const context = contextOf(canvas);
  const stamps = new Map<string, HTMLCanvasElement>();
  for (const { id, x, y, radius } of dots) {
    const key = `${id} ${radius}`;
    let picture = stamps.get(key);
    if (picture === undefined) {
      const runner = scene.optimizers.find((each) => each.id === id);
      const colour = runner === undefined ? 'gray' : ruleIn(runner, scene.optimizers).mark[theme];
      picture = stamp(colour, radius, ratio);
      stamps.set(key, picture);
    }
    const half = radius + 1;
    context.drawImage(picture, x - half, y - half, 2 * half, 2 * half);
  }
}

interface Props {
  scene: Scene;
  dots: readonly Dot[];
  width: number;
  height: number;
}

/** The trials of a race as dots in the colours of their optimizers. */
export function RaceDots({ scene, dots, width, height }: Props): ReactNode {
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    // In a task of its own, as thousands of dots take a while.
    const picturing = inTurn(() => drawDots(element, scene, dots, { width, height }, theme));
    picturing.request();
    return picturing.cancel;
  }, [scene, dots, width, height, theme]);
  return <canvas ref={canvas} className="race-dots" aria-hidden="true" data-dots={dots.length} />;
}
