import { lossText } from '../../i18n/numbers.ts';
import { element, glyphElement } from './elements.ts';
import type { Look } from './look.ts';
import { type Plot, type Series, stepOn } from './series.ts';

/** What lies over the plot: where playback is, and at the pointer a crosshair with the values of all runs. */
export interface Overlay {
  /** To be put into the plot's own area. */
  readonly elements: readonly HTMLElement[];
  /** Says whose values are shown, and in which words. */
  describe(looks: readonly Look[], at: (place: number) => string, value?: (value: number) => string): void;
  /** Moves the playback line to a position in steps on a plot so many pixels wide. */
  showPosition(plot: Plot, width: number, position: number): void;
  /** Shows the values at a whole number on the horizontal axis; undefined hides them. */
  showValues(plot: Plot, width: number, place: number | undefined): void;
}

const acrossOf = ({ last }: Plot, width: number, place: number): number => (Math.min(place, last) / last) * width;

export function overlay(): Overlay {
  const cursors = element('div', 'loss-cursors');
  const crosshair = element('div', 'loss-crosshair');
  const readout = element('div', 'loss-readout');
  const heading = element('div', 'loss-readout-step');
  let headingAt: (place: number) => string = String;
  let valueText: (value: number) => string = lossText;
  let values: HTMLDataElement[] = [];
  let dots: HTMLElement[] = [];

  function placeDot(dot: HTMLElement, { range: [bottom, top] }: Plot, height: number | null | undefined): void {
    const isShown = height !== null && height !== undefined && height <= top;
    dot.hidden = !isShown;
    if (isShown) dot.style.top = `${((top - height) / (top - bottom)) * 100}%`;
  }

  function showValue(cell: HTMLDataElement, { values: column }: Series, step: number | undefined): void {
    const value = step === undefined ? NaN : (column[step] as number);
    cell.textContent = valueText(value);
    cell.value = Number.isFinite(value) ? String(value) : '';
  }

  return {
    elements: [cursors, crosshair, readout],
    describe(looks, at, value = lossText) {
      headingAt = at;
      valueText = value;
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
      const units = [...new Set(plot.series.map(({ unit }) => unit))];
      while (cursors.children.length > units.length) cursors.lastChild?.remove();
      while (cursors.children.length < units.length) cursors.append(element('div', 'loss-cursor'));
      units.forEach((unit, i) => {
        (cursors.children[i] as HTMLElement).style.translate = `${acrossOf(plot, width, position * unit)}px`;
      });
    },
    showValues(plot, width, place) {
      crosshair.hidden = place === undefined;
      readout.hidden = place === undefined;
      if (place === undefined) return;
      const across = acrossOf(plot, width, place);
      crosshair.style.translate = `${across}px`;
      readout.dataset['side'] = across > width / 2 ? 'left' : 'right';
      heading.textContent = headingAt(place);
      plot.series.forEach((line, i) => {
        const step = stepOn(line, place);
        showValue(values[i] as HTMLDataElement, line, step);
        placeDot(dots[i] as HTMLElement, plot, step === undefined ? undefined : line.heights[step]);
      });
    },
  };
}
