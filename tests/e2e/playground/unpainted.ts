/**
 * For a page's first script: three does all that it does for the 3D picture except for filling its pixels, which takes a
 * processor longest. Other pictures, and maps, are painted.
 */
export function leaveUnpainted(): void {
  const context = WebGL2RenderingContext.prototype;
  for (const name of ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced'] as const) {
    const draw = context[name] as (...given: unknown[]) => void;
    Object.assign(context, {
      [name](this: WebGL2RenderingContext, ...given: unknown[]) {
        if (!(this.canvas instanceof HTMLCanvasElement && this.canvas.isConnected)) Reflect.apply(draw, this, given);
      },
    });
  }
}
