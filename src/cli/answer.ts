import type { Language, Text } from '../formula/text.ts';
import { decodeLink, LinkError } from '../state/link.ts';
import { problem, type Problem } from '../state/problem.ts';
import { readScene } from '../state/scene.ts';
import { runnersIn } from '../state/settings.ts';
import { simulations } from '../state/simulations.ts';
import { toCsv, toJson } from '../state/print.ts';

/** What the command line says: to standard output, to standard error, and as exit code. */
export interface Answer {
  readonly output: string;
  readonly errors: readonly string[];
  readonly code: 0 | 1;
}

export interface Question {
  /** A scene's JSON, or a link. */
  readonly text: string;
  readonly format: 'json' | 'csv';
  readonly language: Language;
}

const failure = (language: Language, ...problems: readonly Problem[]): Answer => ({
  output: '',
  errors: problems.map((found) => found.sentence(language)),
  code: 1,
});

const parsed = (text: string): unknown => {
  if (/^\s*[{[]/.test(text) || !text.includes('#')) return JSON.parse(text) as unknown;
  return decodeLink(text.trim()) ?? null;
};

const unreadable = (error: unknown): Text => {
  if (error instanceof LinkError) return { en: error.sentence('en'), zh: error.sentence('zh') };
  const { message } = error as Error;
  return { en: `expected JSON or a link: ${message}`, zh: `应为 JSON 或链接：${message}` };
};

/** Fields without which the runs would be of something that nobody asked for. */
const essential = ['', 'surface', 'surface.id', 'surface.formula', 'surface.data', 'optimizers'];

/** Simulates the scene in a text. Problems that leave something to run are told beside the runs. */
export function answer({ text, format, language }: Question): Answer {
  let input: unknown;
  try {
    input = parsed(text);
  } catch (error) {
    return failure(language, problem('', unreadable(error)));
  }
  const { scene, problems } = readScene(input);
  if (problems.some(({ path }) => essential.includes(path))) return failure(language, ...problems);
  if (runnersIn(scene).length === 0) {
    const text = { en: 'expected an optimizer that takes part, found none', zh: '至少应有一个参与的优化器，实际没有' };
    return failure(language, ...problems, problem('optimizers', text));
  }
  const { runs } = simulations().of(scene);
  const output = format === 'csv' ? toCsv(runs) : toJson(runs, scene, language);
  return { output, errors: problems.map((found) => found.sentence(language)), code: 0 };
}
