import { parseArgs } from 'node:util';
import { answer } from './answer.ts';
import { contentOf, fail, language, run, say } from './terminal.ts';

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

const options = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { csv: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  return { ...values, positionals };
};

/** The text of the argument: a link itself, a file's content, or what comes on standard input. */
const textOf = (argument: string): string => (argument.includes('#') ? argument : contentOf(argument));

run(() => {
  const { csv, help, positionals } = options();
  const [argument, ...more] = positionals;
  if (help === true) process.stdout.write(usage);
  else if (argument === undefined || more.length > 0) fail(usage);
  else say(answer({ text: textOf(argument), format: csv === true ? 'csv' : 'json', language }));
});
