import type { Text } from '../formula/text.ts';

/** What a class predicts before it sees. */
export interface Question {
  readonly ask: Text;
  readonly choices: readonly Text[];
  /** The right choice, from 0. */
  readonly answer: number;
}

/** Where a lesson looks from: a direction in degrees, how much closer than to see all, and how far the target is moved from the middle, in distances. */
export interface Sight {
  readonly azimuth: number;
  readonly elevation: number;
  readonly zoom: number;
  /** To the right, up and away from who looks. */
  readonly pan: readonly [right: number, up: number, ahead: number];
}

/** Parts of the panels that a lesson is about: they are made when it is told, and stay in sight while presenting. */
export type Beside = 'check' | 'checks' | 'ensemble';

/** A scripted scene, told in two sentences. */
export interface Lesson<Id extends string = string> {
  readonly id: Id;
  readonly title: Text;
  /** At most two sentences; after a question, its explanation. */
  readonly caption: Text;
  /** What the teacher points at, or does. */
  readonly point: Text;
  readonly question?: Question;
  readonly beside?: Beside;
  /** Absent where it is the surface's own. */
  readonly camera?: Sight;
  /** What differs from the scene that its surface opens with, as in a JSON file. */
  readonly scene: Readonly<Record<string, unknown>>;
}

/** A lesson whose id the type checker knows. */
export const lesson = <const Id extends string>(item: Lesson<Id>): Lesson<Id> => item;
