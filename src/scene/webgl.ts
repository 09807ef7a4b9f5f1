/** Asks something of a context of its own; undefined where the browser cannot draw in 3D. */
function asked<T>(question: (gl: WebGL2RenderingContext) => T): T | undefined {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    const answer = context === null ? undefined : question(context);
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return answer;
  } catch {
    return undefined;
  }
}

/** Whether the browser can draw in 3D. */
export const hasWebGl = (): boolean => asked(() => true) === true;

/** Whether there is a graphics card to draw with. */
export const hasCard = (): boolean => asked((gl) => !isEmulated(gl)) === true;

/** Whether the processor draws in place of a graphics card, many times slower. */
export function isEmulated(gl: WebGLRenderingContext | WebGL2RenderingContext): boolean {
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer);
}
