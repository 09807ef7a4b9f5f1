type Drawer = 'card' | 'processor' | 'nothing';

let drawer: Drawer | undefined;

/** Asked once, and of a context of its own: an answer waits for all that is being drawn. Nothing may be there later. */
function whoDraws(): Drawer {
  if (drawer === undefined || drawer === 'nothing') drawer = asked();
  return drawer;
}

function asked(): Drawer {
  try {
    const gl = document.createElement('canvas').getContext('webgl2');
    if (gl === null) return 'nothing';
    const names = gl.getExtension('WEBGL_debug_renderer_info');
    const renderer = String(gl.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer) ? 'processor' : 'card';
  } catch {
    return 'nothing';
  }
}

/** Whether the browser can draw in 3D. */
export const hasWebGl = (): boolean => whoDraws() !== 'nothing';

/** Whether there is a graphics card to draw with. */
export const hasCard = (): boolean => whoDraws() === 'card';

/** Whether the processor draws in place of a graphics card, many times slower. */
export const isEmulated = (): boolean => whoDraws() === 'processor';

/** Times that a card is waited for: one that is never idle, because a race is playing, has then done what was asked first. */
const rounds = 5;

const aTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

/**
 * Settles when what draws in 3D has done all that it was asked for and answers at once; until then, whoever asks something
 * waits, and the page with it.
 */
export async function untilIdle(gl: WebGL2RenderingContext): Promise<void> {
  for (let round = 0, isBusy = true; isBusy && round < rounds; round++) {
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
    isBusy = false;
    // A fence tells nothing new within a turn.
    for (await aTurn(); fence !== null && gl.clientWaitSync(fence, 0, 0) === gl.TIMEOUT_EXPIRED; await aTurn())
      isBusy = true;
    gl.deleteSync(fence);
  }
}
