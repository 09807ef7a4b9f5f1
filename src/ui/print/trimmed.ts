const margin = 8;

/** A picture on white without the white around it, on a new canvas. */
export function trimmed(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const { width, height } = canvas;
  const context = canvas.getContext('2d');
  if (context === null || width === 0 || height === 0) return canvas;
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (pixels[y * width + x] === 0xffffffff) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), y];
    }
  if (right < 0) return canvas;
  const cut = document.createElement('canvas');
  cut.width = right - left + 1 + 2 * margin;
  cut.height = bottom - top + 1 + 2 * margin;
  const onto = cut.getContext('2d');
  if (onto === null) return canvas;
  onto.fillStyle = '#fff';
  onto.fillRect(0, 0, cut.width, cut.height);
  onto.drawImage(canvas, margin - left, margin - top);
  return cut;
}
