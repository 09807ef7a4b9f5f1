import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { type Layer, layersOf } from '../../../network/shape.ts';
import { labStore } from '../../../state/network/store.ts';
import { inkOf } from '../../ink.ts';
import { onceAFrame } from '../../frame.ts';
import { textNow, useText } from '../../useText.ts';
import { classColour, colourOf } from '../cells/palette.ts';
import { diverging, paintSquare } from '../cells/grey.ts';
import { appearance } from '../../../state/appearance.ts';
import './inside.css';
import { endsText, histogramHeight, outline, spreadText } from './histogram.ts';
import { followInside, type Inside } from './measured.ts';
import { useChosen } from './useChosen.ts';

const bins = 32;

/** The weights of a layer as a picture: a row per unit, a column per input. */
function drawWeights(canvas: HTMLCanvasElement, { outs, ins, weights }: Layer, parameters: Float64Array): void {
  const numbers = parameters.subarray(weights, weights + outs * ins);
  const most = numbers.reduce((top, w) => Math.max(top, Math.abs(w)), 0);
  const { theme } = appearance.getState();
  const ground = colourOf(inkOf(canvas).ground);
  Object.assign(canvas, { width: ins, height: outs });
  const context = canvas.getContext('2d');
  if (context === null) return;
  const image = context.createImageData(ins, outs);
  paintSquare(image.data, numbers, diverging(ground, colourOf(classColour(theme, 0)), colourOf(classColour(theme, 1)), most)); // prettier-ignore
  context.putImageData(image, 0, 0);
}

/** Layer by layer of the chosen network: its weights, what goes through it, and the gradient that comes back. */
export function InsideView(): ReactNode {
  const { lab } = useText();
  const chosen = useChosen();
  const id = chosen?.runner.id;
  const shape = useStore(labStore, ({ runs }) => runs.find((run) => run.id === id)?.spec.shape);
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    let last: Inside | undefined;
    const show = (): void => {
      if (last === undefined) return;
      const { run, record, measures } = last;
      const layers = layersOf(run.spec.shape);
      measures.forEach(({ activations, gradient, dead }, i) => {
        const item = list.current?.children[i];
        const layer = layers[i];
        if (item === undefined || layer === undefined) return;
        const part = (name: string): Element => item.querySelector(name) as Element;
        drawWeights(part('canvas') as HTMLCanvasElement, layer, record.parameters);
        (['activations', 'gradient'] as const).forEach((name) => {
          const histogram = name === 'activations' ? activations : gradient;
          const place = part(`[data-of="${name}"]`);
          place.querySelector('path')?.setAttribute('d', outline(histogram));
          const [from, to] = endsText(histogram);
          const [left, right, spread] = place.querySelectorAll('span');
          if (left && right && spread) {
            [left.textContent, right.textContent] = [from, to];
            spread.textContent = spreadText(histogram);
          }
        });
        part('.layer-dead').textContent = dead > 0 ? textNow().lab.dead(dead) : '';
      });
    };
    const frame = onceAFrame(show);
    const ends = [
      followInside((inside) => {
        last = inside;
        show();
      }),
      appearance.subscribe(frame.request),
      frame.cancel,
    ];
    return () => ends.forEach((end) => end());
  }, []);

  if (shape === undefined || chosen === undefined) return <p className="note">{lab.loading}</p>;
  const layers = layersOf(shape);
  return (
    <section className="inside" aria-label={lab.insideOf(chosen.name)}>
      <h2>{lab.insideOf(chosen.name)}</h2>
      <ol ref={list}>
        {layers.map(({ kind, outs, ins }, i) => (
          <li key={`${i} ${outs} ${ins}`}>
            <h3>
              {kind === 'convolution' ? lab.filterLayer(i + 1, outs) : lab.layerOf(i + 1, outs)}{' '}
              <span className="layer-dead problem" />
            </h3>
            <div className="layer-parts">
              <figure>
                <canvas role="img" aria-label={lab.weightsOf(outs, ins)} />
                <figcaption>{lab.weights}</figcaption>
              </figure>
              {(['activations', 'gradient'] as const).map((name) => (
                <figure key={name} data-of={name}>
                  <svg viewBox={`0 0 ${bins} ${histogramHeight}`} preserveAspectRatio="none" aria-hidden="true">
                    <path />
                  </svg>
                  <div className="histogram-ends">
                    <span />
                    <span />
                  </div>
                  <figcaption>
                    {lab.histograms[name]} <span />
                  </figcaption>
                </figure>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
