import { deviceOf } from '../sweep/gpu/device.ts';
import { GpuSweep } from '../sweep/gpu/gpuSweep.ts';
import { sentWith } from '../sweep/messages.ts';
import { serveSweeps } from '../sweep/serve.ts';
import { afterMessages, answerWith, hearOrders } from '../ui/thread/scope.ts';

let gpu: GpuSweep | undefined;

/** The graphics card; after its context was lost, a new one. */
const gpuNow = (): GpuSweep | undefined => {
  if (gpu !== undefined && !gpu.isLost) return gpu;
  const device = typeof OffscreenCanvas === 'undefined' ? undefined : deviceOf(new OffscreenCanvas(1, 1));
  gpu = device && new GpuSweep(device, () => performance.now());
  return gpu;
};

hearOrders(serveSweeps(afterMessages, (answer) => answerWith(answer, sentWith(answer)), gpuNow));
