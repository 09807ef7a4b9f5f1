import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { programCircuit } from '../../src/formula/circuit.ts';
import { drawingOf, questionOf } from '../../src/ui/graph/geometry.ts';
import type { Answer, Question } from '../../src/ui/graph/layout/message.ts';
import { layOut } from '../../src/ui/graph/layout/layOut.ts';
import { planOf } from '../../src/ui/graph/plan.ts';

/** Threads that were started, in their order; what each does with a question is up to the test. */
const threads: Thread[] = [];
let answers: (thread: Thread, question: Question) => void;

/** A thread as the browser gives it, on this one. */
class Thread extends EventTarget {
  isEnded = false;
  constructor() {
    super();
    threads.push(this);
    queueMicrotask(() => this.tell('ready'));
  }
  tell(data: Answer | 'ready'): void {
    if (!this.isEnded) this.dispatchEvent(new MessageEvent('message', { data }));
  }
  die(): void {
    this.dispatchEvent(new Event('error'));
  }
  postMessage(question: Question): void {
    if (!this.isEnded) answers(this, question);
  }
  terminate(): void {
    this.isEnded = true;
  }
}

const circuit = programCircuit('(x*y + max(x, 2))^2');
const plan = planOf(circuit, circuit.result);
const { signal: never } = new AbortController();
const well = (thread: Thread, question: Question): void => thread.tell(layOut(question));

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  vi.stubGlobal('Worker', Thread);
  threads.length = 0;
  answers = well;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const ask = async (calledOff = never): Promise<Answer | undefined> => {
  const { askForLayout } = await import('../../src/ui/graph/layout/ask.ts');
  return askForLayout(questionOf(plan, 'LR'), calledOff);
};

const expectDrawing = async (): Promise<void> => {
  const answer = await ask();
  expect(answer === undefined ? 0 : drawingOf(plan, 'LR', answer).places.size).toBe(plan.gates.length);
};

it('a thread that dies while it lays out ends the question, and the next one has a new thread', async () => {
  answers = (thread) => thread.die();
  expect(await ask()).toBeUndefined();
  expect(threads.map(({ isEnded }) => isEnded)).toEqual([true]);
  answers = well;
  await expectDrawing();
  await expectDrawing();
  expect(threads.map(({ isEnded }) => isEnded)).toEqual([true, false]);
});

it('a thread that died unseen, or is stuck, is given up in time', async () => {
  await expectDrawing();
  threads[0]?.terminate();
  let isOver = false;
  const lost = ask().finally(() => (isOver = true));
  await vi.advanceTimersByTimeAsync(1900);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(await lost).toBeUndefined();
  await expectDrawing();
  expect(threads).toHaveLength(2);
});

it('a question that nobody waits for any more ends the thread that is at it', async () => {
  answers = () => undefined;
  const calledOff = new AbortController();
  const lost = ask(calledOff.signal);
  await vi.advanceTimersByTimeAsync(0);
  calledOff.abort();
  expect(await lost).toBeUndefined();
  expect(threads[0]?.isEnded).toBe(true);
});
