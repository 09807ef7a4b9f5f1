import { fov } from '../camera/rig.ts';
import type { Plot } from '../geometry/arrow.ts';
import { drawNow } from '../geometry/drawNow.ts';
import { haloReach, type InkMark, type InkNote, looks } from '../geometry/inkMarks.ts';
import { halfNote } from '../geometry/note.ts';
import type { Rect } from '../geometry/labels.ts';
import { placeOn, type View } from '../geometry/view.ts';
import type { Stage } from '../stage.ts';
import { covers } from './covers.ts';
import type { Project } from './project.ts';

/** How strong it is drawn where the surface hides what it explains. */
const behind = '0.5';
/** Pixels between the points of a line that follows the surface. */
const spacing = 5;
/** How far outside, in sides of the domain, something is still drawn, as paths are. */
const reach = 3;

function plotOf(stage: Stage, view: View, project: Project): Plot {
  const { box } = view;
  const { frame } = stage;
  const [x0, x1, y0, y1] = box.domain;
  const [dx, dy] = [(x1 - x0) * reach, (y1 - y0) * reach];
  const pixels = frame.height / (2 * Math.tan((fov * Math.PI) / 360) * (stage.rig?.distance ?? 1));
  return {
    scaleX: box.scaleX * pixels,
    scaleY: box.scaleY * pixels,
    place: (x, y) => {
      const at = placeOn(view, x, y);
      return Number.isFinite(at[1]) ? project(at) : undefined;
    },
    spacing,
    bounds: [x0 - dx, y0 - dy, x1 + dx, y1 + dy],
    room: [frame.left, frame.top, frame.width - frame.right, frame.height - frame.bottom],
  };
}

/** Elements of one kind, all that a group has: as many as are needed are shown, made where there are too few. */
function pool<Name extends 'path' | 'text'>(group: Element, name: Name) {
  group.replaceChildren();
  const made: SVGElementTagNameMap[Name][] = [];
  return (count: number): readonly SVGElementTagNameMap[Name][] => {
    while (made.length < count) {
      const element = document.createElementNS('http://www.w3.org/2000/svg', name);
      group.append(element);
      made.push(element);
    }
    made.forEach((element, i) => (element.style.display = i < count ? '' : 'none'));
    return made.slice(0, count);
  };
}

/** Draws marks and notes into an SVG; the returned function is called in each frame, and returns what labels should not cover. */
export function createInk(stage: Stage, layer: SVGSVGElement, em: number): Stage['layInk'] {
  const group = (name: string): Element => layer.querySelector(`.scene-ink-${name}`) as Element;
  const halos = pool(group('halos'), 'path');
  const lines = pool(group('marks'), 'path');
  const texts = pool(group('notes'), 'text');

  function layMarks(marks: readonly InkMark[]): void {
    const [below, above] = [halos(2 * marks.length), lines(2 * marks.length)];
    marks.forEach(({ kind, d, head = '' }, i) => {
      const { width, dash, ink, isHollow } = looks[kind];
      const colour = ink === 'own' ? 'currentColor' : 'var(--text)';
      const put = (part: 0 | 1, text: string, lineWidth: number, fill: string, dashes: readonly number[]): void => {
        const [halo, line] = [below[2 * i + part] as SVGPathElement, above[2 * i + part] as SVGPathElement];
        halo.setAttribute('d', text);
        halo.style.strokeWidth = String((lineWidth + 2 * haloReach) * em);
        line.setAttribute('d', text);
        line.dataset['mark'] = part === 0 ? kind : `${kind} head`;
        line.style.strokeWidth = String(lineWidth * em);
        line.style.strokeDasharray = dashes.map((length) => length * em).join(' ') || 'none';
        line.style.stroke = lineWidth > 0 ? colour : 'none';
        line.style.fill = fill;
      };
      put(0, d, width, width > 0 ? 'none' : colour, dash);
      put(1, head, isHollow === true ? width : 0, isHollow === true ? 'var(--ground)' : colour, []);
    });
  }

  function layNotes(notes: readonly InkNote[]): Rect[] {
    const elements = texts(notes.length);
    return notes.map(({ x, y, text }, i) => {
      const half = halfNote(text);
      const [width, height] = [half.width * em, half.height * em];
      const element = elements[i] as SVGTextElement;
      element.setAttribute('x', x.toFixed(1));
      element.setAttribute('y', y.toFixed(1));
      if (element.textContent !== text) element.textContent = text;
      return { left: x - width, top: y - height, width: 2 * width, height: 2 * height };
    });
  }

  return (view, project) => {
    const { marks, notes, free, point } = drawNow(plotOf(stage, view, project), em);
    const place = point && placeOn(view, point.x, point.y);
    layer.style.opacity = place !== undefined && covers(stage, view, place) ? behind : '';
    layMarks(marks);
    return [...layNotes(notes), ...free];
  };
}
