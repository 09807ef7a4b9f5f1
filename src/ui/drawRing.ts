/** A small ring in a colour, filled with the ground's: where an optimizer was changed on the way. */
export function drawRing(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  colour: string,
  ground: string,
): void {
  context.setLineDash([]);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.lineWidth = radius * 1.7;
  context.strokeStyle = ground;
  context.stroke();
  context.fillStyle = ground;
  context.fill();
  context.lineWidth = radius * 0.75;
  context.strokeStyle = colour;
  context.stroke();
}
