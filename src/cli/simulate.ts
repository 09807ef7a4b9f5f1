import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Language } from '../formula/text.ts';
import { answer } from './answer.ts';

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const language: Language = (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('zh') ? 'zh' : 'en';

const usage = {
  en: `usage: npm run --silent simulate -- [--csv] <scene.json | - | link>

Prints the runs of a scene as JSON, or as a table with --csv.
  scene.json  a file with a scene; - reads it from standard input
  link        a link to a scene: anything with a "#", in quotes
`,
  zh: `用法：npm run --silent simulate -- [--csv] <scene.json | - | 链接>

以 JSON 输出场景的运行结果；使用 --csv 时输出表格。
  scene.json  场景文件；- 表示从标准输入读取
  链接        场景链接：任何含有 "#" 的文本，请加引号
`,
}[language];

const fail = (message: string): void => {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
};

const options = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { csv: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  return { ...values, positionals };
};

/** The text of the argument: a link itself, a file's content, or what comes on standard input. */
const textOf = (argument: string): string => {
  if (argument.includes('#')) return argument;
  try {
    return readFileSync(argument === '-' ? 0 : argument, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { message } = error as Error;
    throw new Error(language === 'en' ? `cannot be read: ${message}` : `无法读取：${message}`, { cause: error });
  }
};

const main = (): void => {
  const { csv, help, positionals } = options();
  const [argument, ...more] = positionals;
  if (help === true) {
    process.stdout.write(usage);
    return;
  }
  if (argument === undefined || more.length > 0) {
    fail(usage);
    return;
  }
  const { output, errors, code } = answer({ text: textOf(argument), format: csv === true ? 'csv' : 'json', language });
  process.stdout.write(output);
  for (const error of errors) process.stderr.write(`${error}\n`);
  process.exitCode = code;
};

// A reader that has seen enough, such as `head`, closes the pipe: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  main();
} catch (error) {
  fail((error as Error).message);
}
