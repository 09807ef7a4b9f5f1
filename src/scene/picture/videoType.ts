/** Formats in the order in which they are wanted: first what most programs can show. */
const types = [
  'video/mp4;codecs=avc1.42E01F',
  'video/mp4',
  'video/webm;codecs=vp9',
  'video/webm;codecs=vp8',
  'video/webm',
];

/** The format in which this browser can record; undefined where it cannot. */
export function videoType(): string | undefined {
  if (typeof MediaRecorder === 'undefined' || !('captureStream' in HTMLCanvasElement.prototype)) return undefined;
  return types.find((type) => MediaRecorder.isTypeSupported(type));
}
