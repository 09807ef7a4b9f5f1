import type { Answer, Question } from './message.ts';

/** Milliseconds after which a layout is given up; the view then shows a smaller part. Loading does not count. */
const patience = 2000;

interface LayoutThread {
  readonly worker: Worker;
  /** False where it cannot be loaded. */
  readonly ready: Promise<boolean>;
}

let thread: LayoutThread | undefined;
let asked = 0;

function start(): LayoutThread {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  const ready = new Promise<boolean>((resolve) => {
    worker.addEventListener('message', () => resolve(true), { once: true });
    worker.addEventListener('error', () => resolve(false), { once: true });
  });
  const made = { worker, ready };
  worker.addEventListener('error', (event) => {
    // The page does without it; the console is for what the page cannot help.
    event.preventDefault();
    void ready.then((isReady) => isReady && end(made));
  });
  return made;
}

/** A browser that gives the page no worker is as one whose worker cannot be loaded. */
function started(): LayoutThread | undefined {
  try {
    return (thread ??= start());
  } catch {
    return undefined;
  }
}

/** Ends a worker that is busy with what nobody waits for any more. */
const end = (used: LayoutThread): void => {
  if (thread === used) thread = undefined;
  used.worker.terminate();
};

/** The worker's answer; undefined where it takes too long, or cannot be had, or is called off. */
export async function askForLayout(
  question: Omit<Question, 'id'>,
  calledOff: AbortSignal,
): Promise<Answer | undefined> {
  const used = started();
  if (used === undefined || !(await used.ready) || calledOff.aborted) return undefined;
  asked += 1;
  const id = asked;
  return new Promise((resolve) => {
    const listening = new AbortController();
    const settle = (answer?: Answer): void => {
      clearTimeout(timer);
      listening.abort();
      if (answer === undefined) end(used);
      resolve(answer);
    };
    const { signal } = listening;
    const timer = setTimeout(settle, patience);
    calledOff.addEventListener('abort', () => settle(), { signal });
    used.worker.addEventListener('error', () => settle(), { signal });
    used.worker.addEventListener(
      'message',
      ({ data }: MessageEvent<Answer>) => {
        if (data.id === id) settle(data);
      },
      { signal },
    );
    used.worker.postMessage({ ...question, id }, { transfer: [question.boxes.buffer, question.lines.buffer] });
  });
}
