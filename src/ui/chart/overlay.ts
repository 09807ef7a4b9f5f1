import type { Run } from '../../engine/run.ts';
import type { Dictionary } from '../../i18n/dictionaries.ts';
import { lossText } from '../../i18n/numbers.ts';
import { element, glyphElement } from './elements.ts';
import type { Look } from './look.ts';
import { lossAt } from './rows.ts';
import type { LossPlot } from './series.ts';

/** What lies over the plot: where playback is, and at the pointer a crosshair with the losses of all runs. */
export interface Overlay {
  /** To be put into the plot's own area. */
  readonly elements: readonly HTMLElement[];
  /** Says whose losses are shown, and in which words. */
  describe(looks: readonly Look[], text: Dictionary['chart']): void;
  /** Moves the playback line to a position in steps on a plot so many pixels wide. */
  showPosition(plot: LossPlot, width: number, position: number): void;
  /** Shows the losses after a whole number of steps; undefined hides them. */
  showLosses(plot: LossPlot, runs: readonly Run[], width: number, step: number | undefined): void;
}

const acrossOf = ({ steps }: LossPlot, width: number, step: number): number => {
  const last = steps.length - 1;
  return (Math.min(step, last) / last) * width;
};

export function overlay(): Overlay {
  const cursor = element('div', 'loss-cursor');
  const crosshair = element('div', 'loss-crosshair');
  const readout = element('div', 'loss-readout');
  const heading = element('div', 'loss-readout-step');
  let words: Dictionary['chart'] | undefined;
  let values: HTMLDataElement[] = [];
  let dots: HTMLElement[] = [];

  function placeDot(dot: HTMLElement, { range: [bottom, top] }: LossPlot, height: number | null | undefined): void {
    const isShown = height !== null && height !== undefined && height <= top;
    dot.hidden = !isShown;
    if (isShown) dot.style.top = `${((top - height) / (top - bottom)) * 100}%`;
  }

  return {
    elements: [cursor, crosshair, readout],
    describe(looks, text) {
      words = text;
      values = looks.map(() => element('data', 'loss-readout-value'));
      dots = looks.map(({ colour }) => {
        const dot = element('div', 'loss-dot');
        dot.style.background = colour;
        return dot;
      });
      crosshair.replaceChildren(...dots);
      const rows = looks.map((look, i) => [
        glyphElement(look),
        element('span', 'loss-readout-name', look.name),
        values[i] as HTMLElement,
      ]);
      readout.replaceChildren(heading, ...rows.flat());
    },
    showPosition(plot, width, position) {
      cursor.style.translate = `${acrossOf(plot, width, position)}px`;
    },
    showLosses(plot, runs, width, step) {
      crosshair.hidden = step === undefined;
      readout.hidden = step === undefined;
      if (step === undefined) return;
      const across = acrossOf(plot, width, step);
      crosshair.style.translate = `${across}px`;
      readout.dataset['side'] = across > width / 2 ? 'left' : 'right';
      heading.textContent = words?.atStep(step) ?? '';
      values.forEach((value, i) => {
        const run = runs[i];
        const loss = run && lossAt(run, step);
        value.textContent = loss === undefined ? '—' : lossText(loss);
        value.value = loss === undefined ? '' : String(loss);
        placeDot(dots[i] as HTMLElement, plot, plot.series[i]?.heights[step]);
      });
    },
  };
}
