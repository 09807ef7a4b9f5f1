import { parseArgs } from 'node:util';
import { contentOf, fail, language, run, say } from './terminal.ts';
import { trainAnswer } from './train/answer.ts';

const usage = {
  en: `usage: npm run --silent train -- <spec.json | ->

Trains a small network with each optimizer and prints the losses before each step and the final parameters as JSON.
  spec.json  { "network": { "sizes", "activation", "l2", "inputs", "labels", "parameters" },
               "optimizers": [ … ], "steps": 20, "batch": "full" }; - reads it from standard input
  beside labels there is "targets" for numbers, beside parameters "initial": xavier, he, small or zero;
  schedules count epochs
`,
  zh: `用法：npm run --silent train -- <spec.json | ->

用每个优化器训练一个小网络，以 JSON 输出每一步之前的损失和最终参数。
  spec.json  { "network": { "sizes", "activation", "l2", "inputs", "labels", "parameters" },
               "optimizers": [ … ], "steps": 20, "batch": "full" }；- 表示从标准输入读取
  labels 之外可用 "targets" 给出数值目标；parameters 之外可用 "initial"：xavier、he、small 或 zero；
  学习率调度以轮（epoch）计
`,
}[language];

run(() => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  const [file, ...more] = positionals;
  if (values.help === true) process.stdout.write(usage);
  else if (file === undefined || more.length > 0) fail(usage);
  else say(trainAnswer(contentOf(file), language));
});
