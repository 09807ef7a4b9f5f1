import { describe, expect, it } from 'vitest';
import { answer, type Question } from '../../src/cli/answer.ts';
import type { Run } from '../../src/engine/run.ts';
import { encodeLink } from '../../src/state/link.ts';
import { initialScene, readScene } from '../../src/state/scene.ts';
import { simulations } from '../../src/state/simulations.ts';

const ask = (scene: unknown, question: Partial<Question> = {}) =>
  answer({
    text: typeof scene === 'string' ? scene : JSON.stringify(scene),
    format: 'json',
    language: 'en',
    ...question,
  });

interface Output {
  runs: (Omit<Run, 'columns'> & { sentence: string; columns: Record<string, number[]> })[];
}

const short = { steps: 25, noise: 0.1, optimizers: [{ id: 'momentum' }, { id: 'adam' }] };

describe('the command line’s answer', () => {
  it('is the runs, every number exactly', () => {
    const { output, errors, code } = ask(short);
    expect([errors, code]).toEqual([[], 0]);
    const { runs } = JSON.parse(output) as Output;
    const { scene } = readScene(short);
    const expected = simulations().of(scene).runs;
    expect(runs.map(({ id }) => id)).toEqual(['momentum', 'adam']);
    runs.forEach(({ columns, status, at, steps, evaluations, sentence }, i) => {
      const run = expected[i] as Run;
      expect({ status, at, steps, evaluations }).toEqual({
        status: run.status,
        at: run.at,
        steps: run.steps,
        evaluations: 1,
      });
      expect(sentence).toContain('25 steps');
      expect(Object.keys(columns)).toEqual(Object.keys(run.columns));
      for (const [name, column] of Object.entries(run.columns)) expect(columns[name]).toEqual(Array.from(column));
    });
    expect(Object.keys(runs[0]?.columns ?? {}).sort()).toEqual(
      ['x', 'y', 'loss', 'gx', 'gy', 'lr', 'mu', 'nx', 'ny', 'v.x', 'v.y'].sort(),
    );
  });

  it('is the same as a table, one row per run and step', () => {
    const { runs } = JSON.parse(ask(short).output) as Output;
    const lines = ask(short, { format: 'csv' }).output.trimEnd().split('\n');
    const head = (lines.shift() as string).split(',');
    expect(head.slice(0, 6)).toEqual(['id', 'status', 'at', 'step', 'x', 'y']);
    expect(lines).toHaveLength(2 * 26);
    lines.forEach((line, row) => {
      const cells = Object.fromEntries(line.split(',').map((cell, i) => [head[i] as string, cell]));
      const run = runs[Math.floor(row / 26)] as Output['runs'][number];
      expect([cells['id'], cells['status'], cells['step']]).toEqual([run.id, run.status, String(row % 26)]);
      for (const name of head.slice(4))
        expect(cells[name] === '' ? undefined : Number(cells[name])).toBe(run.columns[name]?.[row % 26]);
    });
  });

  it('takes a link', () => {
    const scene = { ...initialScene(), steps: 7 };
    expect(ask(encodeLink(scene)).output).toBe(ask(scene).output);
    expect(ask(`https://example.org/x${encodeLink(scene)}`).output).toBe(ask(scene).output);
  });

  it('tells what could not be kept and runs the rest', () => {
    const { output, errors, code } = ask({ ...short, noise: -1, optimizers: [{ id: 'tiger' }, { id: 'sgd' }] });
    expect(code).toBe(0);
    expect(errors).toHaveLength(2);
    expect(errors[0]).toContain('optimizers[0].id');
    expect((JSON.parse(output) as Output).runs.map(({ id }) => id)).toEqual(['sgd']);
  });

  it.each([
    ['{"steps": 5', 'expected JSON or a link'],
    ['', 'expected JSON or a link'],
    ['#1damaged', 'the link is damaged'],
    ['[1]', 'expected an object, found [1]'],
    ['{"surface": {"id": "nowhere"}}', 'surface.id: expected one of'],
    ['{"surface": {"formula": "x^2 + *"}}', 'surface.formula: line 1, column 7'],
    ['{"optimizers": [{"id": "tiger"}]}', 'optimizers: none of the list could be kept'],
    ['{"optimizers": []}', 'optimizers: expected an optimizer that takes part'],
    ['{"optimizers": [{"id": "sgd", "off": true}]}', 'optimizers: expected an optimizer that takes part'],
  ])('%s cannot be run', (text, sentence) => {
    const { output, errors, code } = ask(text);
    expect([output, code]).toEqual(['', 1]);
    expect(errors.join('\n')).toContain(sentence);
  });

  it('never prints NaN, and keeps the sign of −0', () => {
    const undefinedStart = { surface: { formula: 'log(x) + y' }, start: [-1, 0], optimizers: [{ id: 'sgd' }] };
    const { output } = ask(undefinedStart);
    expect(output).not.toMatch(/NaN|Infinity/);
    expect((JSON.parse(output) as Output).runs[0]?.columns['loss']).toEqual([null]);
    expect(ask(undefinedStart, { format: 'csv' }).output).not.toMatch(/NaN|Infinity/);
    const flat = { surface: { formula: '-x^2 + y' }, start: [0, 0], steps: 2, optimizers: [{ id: 'sgd' }] };
    const { runs } = JSON.parse(ask(flat).output) as Output;
    expect(Object.is(runs[0]?.columns['gx']?.[0], -0)).toBe(true);
  });

  it('speaks the reader’s language', () => {
    expect(ask('{', { language: 'zh' }).errors[0]).toContain('应为 JSON 或链接');
    expect(ask(short, { language: 'zh' }).output).toContain('走完 25 步仍未收敛');
  });
});
