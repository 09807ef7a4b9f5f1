import { type ReactNode, useEffect, useRef } from 'react';
import { appearance } from '../../state/appearance.ts';
import { bestOf, showStrip, type StripOf, stripKey, stripsStore } from '../../state/maps/strips.ts';
import { valuesOn } from '../../sweep/axis.ts';
import { readable } from '../../state/status.ts';
import { onceAFrame } from '../frame.ts';
import { textNow } from '../useText.ts';
import { paintStrip } from './paintStrip.ts';

/** Paints the strip of a slider on its canvas, and says what it shows; leaves it as it is where there is none. */
function show(canvas: HTMLCanvasElement, of: StripOf): void {
  const strip = stripsStore.getState()[stripKey(of)];
  canvas.hidden = strip === undefined;
  if (strip === undefined) return;
  const ratio = window.devicePixelRatio;
  const { clientWidth, clientHeight } = canvas;
  const size = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)] as const;
  if (size[0] < 1 || size[1] < 1) return;
  [canvas.width, canvas.height] = size;
  const image = new ImageData(...size);
  paintStrip(
    new Uint32Array(image.data.buffer),
    size,
    strip,
    appearance.getState().theme,
    Math.max(1, Math.round(ratio)),
  );
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  const { slider } = textNow();
  const best = bestOf(strip);
  const value = best === undefined ? undefined : valuesOn(strip.axis, strip.cells.loss.length)[best];
  const said = value === undefined ? slider.stripNone : slider.strip(readable(value));
  canvas.ariaLabel = said;
  canvas.title = said;
}

/** A slider's map under it: the final loss of the runs over its range, made anew as anything else changes while it is in sight. */
export function StripUnderSlider({ of: { optimizer, name } }: { of: StripOf }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const of = { optimizer, name };
    const key = stripKey(of);
    const frame = onceAFrame(() => show(element, of));
    let hide: (() => void) | undefined;
    const sight = new IntersectionObserver((entries) => {
      const isSeen = entries.at(-1)?.isIntersecting === true;
      if (isSeen) hide ??= showStrip(of);
      else {
        hide?.();
        hide = undefined;
      }
    });
    // Its row, as the strip itself has no size before it is made.
    sight.observe(element.parentElement as HTMLElement);
    const sizes = new ResizeObserver(frame.request);
    sizes.observe(element);
    const ends = [
      stripsStore.subscribe((now, before) => {
        if (now[key] !== before[key]) frame.request();
      }),
      appearance.subscribe(frame.request),
    ];
    return () => {
      for (const end of ends) end();
      sight.disconnect();
      sizes.disconnect();
      frame.cancel();
      hide?.();
    };
  }, [optimizer, name]);
  return <canvas ref={canvas} className="slider-strip" role="img" hidden />;
}
