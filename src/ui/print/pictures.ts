import { inkOf } from '../ink.ts';

/** A picture of a view, with the words over it. */
export interface Printed {
  readonly title: string;
  readonly element: Element;
}

/** The canvases of an element one above the other, as they lie there, on the ground that they are drawn for. */
function flattened(area: Element): HTMLCanvasElement {
  const { left, top, width, height } = (area.querySelector('canvas') ?? area).getBoundingClientRect();
  const ratio = window.devicePixelRatio;
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.max(1, Math.round(height * ratio));
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  context.scale(ratio, ratio);
  context.fillStyle = inkOf(area).ground;
  context.fillRect(0, 0, width, height);
  for (const layer of area.querySelectorAll('canvas')) {
    const box = layer.getBoundingClientRect();
    if (layer.width === 0 || layer.height === 0) continue;
    context.imageSmoothingEnabled = getComputedStyle(layer).imageRendering !== 'pixelated';
    context.drawImage(layer, box.left - left, box.top - top, box.width, box.height);
  }
  return canvas;
}

/** The graph as it lies in its view, as large as the paper. */
function graphOf(graph: Element): Element {
  const copy = graph.cloneNode(true) as Element;
  const { clientWidth, clientHeight } = graph;
  const svg = copy.querySelector('svg');
  svg?.setAttribute('viewBox', `0 0 ${clientWidth} ${clientHeight}`);
  svg?.removeAttribute('height');
  // The ends of arrows of the graph itself, which is not printed, cannot be referred to.
  for (const marker of copy.querySelectorAll('marker')) {
    const { id } = marker;
    marker.id = `${id}-printed`;
    for (const line of copy.querySelectorAll(`[marker-end="url(#${id})"]`))
      line.setAttribute('marker-end', `url(#${marker.id})`);
  }
  return copy;
}

/** The words of an element, without how far it is made. */
const wordsOf = (element: Element | null): string =>
  [...(element?.childNodes ?? [])]
    .filter((node) => !(node instanceof HTMLProgressElement))
    .map(({ textContent }) => textContent)
    .join('')
    .trim();

/** What a view other than the playground shows in pictures: its maps, its networks, its graph. */
export function picturesOf(view: Element): Printed[] {
  const maps = [...view.querySelectorAll('.map')].map((map) => ({
    title: wordsOf(map.querySelector('figcaption')),
    element: flattened(map.querySelector('.map-area') ?? map),
  }));
  const cells = [...view.querySelectorAll('.cell')].map((cell) => ({
    title: [...cell.querySelectorAll('.cell-name, .cell-score')].map(wordsOf).join(' '),
    element: flattened(cell.querySelector('.cell-picture') ?? cell),
  }));
  const graphs = [...view.querySelectorAll('.graph')].map((graph) => ({ title: '', element: graphOf(graph) }));
  return [...maps, ...cells, ...graphs];
}
