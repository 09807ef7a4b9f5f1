import type { Rect } from './labels.ts';
import type { ArrowKind } from '../../engine/stepPicture.ts';

/** What can be drawn to explain a step or a place. */
export type MarkKind = ArrowKind | 'lookahead' | 'leads' | 'size' | 'scale' | 'upward' | 'downward';

/** One thing that is drawn: the text of an SVG path in pixels. */
export interface InkMark {
  readonly kind: MarkKind;
  readonly d: string;
  /** The arrow's head. */
  readonly head?: string;
}

/** A number beside what it measures; `x` and `y` are the middle of the text. */
export interface InkNote {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Marks from the lowest to the highest, and notes over them. */
export interface Drawing {
  readonly marks: readonly InkMark[];
  readonly notes: readonly InkNote[];
  /** What labels should leave free, besides the notes. */
  readonly free: readonly Rect[];
}

/** How a mark is drawn. */
export interface MarkLook {
  /** Line width in font sizes; 0 for what is filled. */
  readonly width: number;
  /** Line, gap, … in font sizes; [] is solid. */
  readonly dash: readonly number[];
  /** In the optimizer's colour, or the theme's ink for what belongs to the surface. */
  readonly ink: 'own' | 'text';
  /** Whether the head is an outline. */
  readonly isHollow?: true;
}

export const looks: Readonly<Record<MarkKind, MarkLook>> = {
  step: { width: 0.24, dash: [], ink: 'own' },
  gradient: { width: 0.11, dash: [], ink: 'own' },
  exact: { width: 0.11, dash: [0.36, 0.26], ink: 'own' },
  velocity: { width: 0.08, dash: [], ink: 'own', isHollow: true },
  memory: { width: 0.08, dash: [], ink: 'own', isHollow: true },
  lookahead: { width: 0.11, dash: [], ink: 'own' },
  leads: { width: 0.08, dash: [0.1, 0.22], ink: 'own' },
  size: { width: 0, dash: [], ink: 'own' },
  scale: { width: 0.06, dash: [], ink: 'own' },
  upward: { width: 0.09, dash: [], ink: 'text' },
  downward: { width: 0.09, dash: [0.36, 0.28], ink: 'text' },
};

/** How far a halo reaches past the ink, in font sizes. */
export const haloReach = 0.08;
