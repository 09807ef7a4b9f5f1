import uPlot from 'uplot';
import { contextOf } from '../canvas.ts';

/**
 * A chart on a canvas as all others of the page are. uPlot makes its canvas in its constructor and takes none; but the
 * first context that is asked for is the one that a canvas has, so that the canvas it makes is given it beforehand.
 */
export function plotOn(element: HTMLElement, options: uPlot.Options, data: uPlot.AlignedData): uPlot {
  const make = document.createElement.bind(document);
  document.createElement = ((tag: string) => {
    const made = make(tag);
    if (made instanceof HTMLCanvasElement) contextOf(made);
    return made;
  }) as typeof make;
  try {
    return new uPlot(options, data, element);
  } finally {
    // What is left is that of the prototype.
    Reflect.deleteProperty(document, 'createElement');
  }
}
