/**
 * The drawing context of a canvas, in CSS pixels. `willReadFrequently` keeps the canvas off the GPU: long dashed paths
 * are quick for a CPU, and where the GPU is emulated they take half a second a frame on it.
 */
export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('expected a canvas with a 2D context');
  return context;
}

/** Gives a canvas its size in CSS pixels at the screen's resolution, which also clears it. */
export function fitCanvas(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.max(1, Math.round(height * ratio));
  contextOf(canvas).setTransform(ratio, 0, 0, ratio, 0, 0);
}

export function clearCanvas(context: CanvasRenderingContext2D): void {
  context.save();
  context.resetTransform();
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
}
