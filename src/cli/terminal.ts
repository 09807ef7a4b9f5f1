import { readFileSync } from 'node:fs';
import type { Language } from '../formula/text.ts';
import type { Answer } from './answer.ts';

const { LC_ALL, LC_MESSAGES, LANG } = process.env;

/** The language of the terminal. */
export const language: Language = (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('zh') ? 'zh' : 'en';

export const fail = (message: string): void => {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
};

/** What is in a file; `-` stands for standard input. Throws an Error that says so where it cannot be read. */
export function contentOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { message } = error as Error;
    throw new Error(language === 'en' ? `cannot be read: ${message}` : `无法读取：${message}`, { cause: error });
  }
}

export function say({ output, errors, code }: Answer): void {
  process.stdout.write(output);
  for (const error of errors) process.stderr.write(`${error}\n`);
  process.exitCode = code;
}

/** Runs a program; what it throws is said in a line. */
export function run(main: () => void): void {
  // A reader that has seen enough, such as `head`, closes the pipe: that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    main();
  } catch (error) {
    fail((error as Error).message);
  }
}
