import { deviceOf } from '../sweep/gpu/device.ts';
import { GpuSweep } from '../sweep/gpu/gpuSweep.ts';
import { sentWith, type SweepOrder } from '../sweep/messages.ts';
import { serveSweeps } from '../sweep/serve.ts';

// A thread's own scope, which the page's library of types takes for a window.
const thread = globalThis as unknown as {
  addEventListener(type: 'message', hear: (event: { data: SweepOrder }) => void): void;
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
};

/** A message to oneself comes after those that wait already, and sooner than a timer. */
const turns = new MessageChannel();
const waiting: (() => void)[] = [];
turns.port1.addEventListener('message', () => waiting.shift()?.());
turns.port1.start();

let gpu: GpuSweep | undefined;

/** The graphics card; after its context was lost, a new one. */
const gpuNow = (): GpuSweep | undefined => {
  if (gpu !== undefined && !gpu.isLost) return gpu;
  const device = typeof OffscreenCanvas === 'undefined' ? undefined : deviceOf(new OffscreenCanvas(1, 1));
  gpu = device && new GpuSweep(device, () => performance.now());
  return gpu;
};

const serve = serveSweeps(
  (work) => {
    waiting.push(work);
    turns.port2.postMessage(undefined);
  },
  (answer) => thread.postMessage(answer, sentWith(answer)),
  gpuNow,
);
thread.addEventListener('message', ({ data }) => serve(data));
