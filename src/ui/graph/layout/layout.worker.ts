import { layOut } from './layOut.ts';
import type { Question } from './message.ts';

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const answer = layOut(data);
  const { boxes, bends, ends, labels } = answer;
  self.postMessage(answer, { transfer: [boxes.buffer, bends.buffer, ends.buffer, labels.buffer] });
});
self.postMessage('ready', { transfer: [] });
