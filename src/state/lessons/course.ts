import * as v from 'valibot';
import type { Question, Sight } from '../../lessons/lesson.ts';
import { expected, real, sceneVersion, wholeNumber } from '../field.ts';
import type { Problem } from '../problem.ts';
import { type Given, own, Report } from '../read/report.ts';
import { readScene } from '../read/scene.ts';
import { isOwnId, type OwnId, type Scene } from '../schema.ts';

/** Lessons that a device keeps, and that a file or a link may bring. */
export const courseLimit = 60;

const words = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    expected(`a text of at most ${most} characters`, `不超过 ${most} 个字符的文本`),
  );

/** Characters of what a teacher writes. */
export const lengths = { title: 80, caption: 400, choice: 80 } as const;

const fields = {
  title: words(lengths.title),
  caption: words(lengths.caption),
  choices: v.pipe(
    v.array(words(lengths.choice)),
    v.minLength(2),
    v.maxLength(6),
    expected(
      `a list of 2 to 6 texts of at most ${lengths.choice} characters`,
      `2 到 6 段文本的列表，每段不超过 ${lengths.choice} 个字符`,
    ),
  ),
  camera: v.pipe(
    v.strictObject({
      azimuth: real,
      elevation: v.pipe(real, v.minValue(-30), v.maxValue(90)),
      zoom: v.pipe(real, v.minValue(0.01), v.maxValue(100)),
      pan: v.tuple([real, real, real]),
    }),
    expected(
      'a camera: azimuth, elevation from -30 to 90, zoom from 0.01 to 100, pan with three numbers',
      '相机：azimuth，elevation 在 -30 到 90 之间，zoom 在 0.01 到 100 之间，pan 为三个数',
    ),
  ),
};

export interface OwnQuestion {
  readonly ask: string;
  readonly choices: readonly string[];
  /** The right choice, from 0. */
  readonly answer: Question['answer'];
}

/** A lesson as a teacher makes it, in one language. */
export interface OwnLesson {
  readonly id: OwnId;
  readonly title: string;
  readonly caption: string;
  /** What to point at, for the presenter's window. */
  readonly point: string;
  readonly question?: OwnQuestion;
  readonly camera?: Sight;
  readonly scene: Scene;
}

/** Lessons without their places on a device. */
export type Untold = Omit<OwnLesson, 'id'>;

const readQuestion = (report: Report, path: string, input: unknown): { question?: OwnQuestion } => {
  if (input === undefined) return {};
  const given = report.object(path, input ?? null);
  if (given === undefined) return {};
  report.unknown(`${path}.`, given, ['ask', 'choices', 'answer']);
  const ask = report.field(`${path}.ask`, fields.caption, own(given, 'ask') ?? null, '');
  const listed = own(given, 'choices') ?? null;
  const choices = report.field<string[] | undefined>(`${path}.choices`, fields.choices, listed, undefined);
  if (choices === undefined) return {};
  const index = wholeNumber(0, choices.length - 1);
  return { question: { ask, choices, answer: report.field(`${path}.answer`, index, own(given, 'answer') ?? null, 0) } };
};

const readCamera = (report: Report, path: string, input: unknown): { camera?: Sight } => {
  const camera = report.field<Sight | undefined>(path, fields.camera, input, undefined);
  return camera === undefined ? {} : { camera };
};

/** A lesson from outside; undefined where there is no scene in it. */
function readLesson(report: Report, path: string, given: Given): Untold | undefined {
  report.unknown(`${path}.`, given, ['id', 'title', 'caption', 'point', 'question', 'camera', 'scene']);
  const found = report.object(`${path}.scene`, own(given, 'scene') ?? null);
  if (found === undefined) return undefined;
  const text = (name: string, as: typeof fields.caption): string =>
    report.field(`${path}.${name}`, as, own(given, name), '');
  const { scene, problems } = readScene(found);
  for (const one of problems) report.take(at(path, one));
  const { lesson: _, ...rest } = scene;
  return {
    title: text('title', fields.title),
    caption: text('caption', fields.caption),
    point: text('point', fields.caption),
    ...readQuestion(report, `${path}.question`, own(given, 'question')),
    ...readCamera(report, `${path}.camera`, own(given, 'camera')),
    scene: rest,
  };
}

/** A problem of a lesson's scene, with the lesson that it belongs to. */
const at = (path: string, { path: inner, sentence }: Problem): Problem => ({
  path: `${path}.scene${inner === '' ? '' : `.${inner}`}`,
  sentence: (language) => `${path}${language === 'en' ? ': ' : '：'}${sentence(language)}`,
});

/** Whether something from outside says that it is a list of lessons. */
export const isCourse = (input: unknown): input is Given =>
  typeof input === 'object' && input !== null && !Array.isArray(input) && Object.hasOwn(input, 'lessons');

export interface CourseReading {
  readonly lessons: readonly (Untold & { readonly id?: OwnId })[];
  readonly problems: readonly Problem[];
}

/**
 * Reads `{ "version": 1, "lessons": [{ title, caption, point, question: { ask, choices, answer }, camera, scene }] }` from
 * anything: valid lessons, and a sentence for every field that could not be kept. Never throws.
 */
export function readCourse(input: unknown): CourseReading {
  const report = new Report();
  const given = report.object('', input ?? null);
  if (given === undefined) return { lessons: [], problems: report.problems };
  report.unknown('', given, ['version', 'lessons']);
  report.field('version', sceneVersion, own(given, 'version'), 1);
  const list = own(given, 'lessons');
  const whole = { en: `a list of 1 to ${courseLimit} lessons`, zh: `1 到 ${courseLimit} 课的列表` };
  if (!Array.isArray(list) || list.length === 0 || list.length > courseLimit) {
    report.mismatch('lessons', whole, list);
    return { lessons: [], problems: report.problems };
  }
  const lessons = list.flatMap((item: unknown, i) => {
    const path = `lessons[${i}]`;
    const found = report.object(path, item ?? null);
    const lesson = found && readLesson(report, path, found);
    if (lesson === undefined || found === undefined) return [];
    const id = own(found, 'id');
    return [isOwnId(id) ? { id, ...lesson } : lesson];
  });
  return { lessons, problems: report.problems };
}

/** Lessons as a file or a link holds them. */
export const courseOf = (lessons: readonly OwnLesson[]): object => ({
  version: 1,
  lessons: lessons.map(({ id: _, ...lesson }) => lesson),
});
