import type { Page } from '@playwright/test';
import { pixelsIn } from './pixels.ts';

declare global {
  interface Window {
    /** The place in the domain that is painted on the mesh. */
    dab: readonly [number, number];
  }
}

/** Half the dab's width in pixels. */
const reach = 2.5;

/**
 * Has the page's own shader paint a dab of magenta, some pixels large, on the surface at a place of the domain: wherever
 * the vertex shader has lifted the mesh to, there it is. Before the page opens.
 */
export async function carryPaint(page: Page): Promise<void> {
  await page.addInitScript((size) => {
    window.dab = [Number.NaN, Number.NaN];
    const { shaderSource, useProgram } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.shaderSource = function (shader, source) {
      const painted = source.includes('colour = vec4(shown, 1.0);')
        ? source.replace('void main() {', 'uniform vec2 dab;\nvoid main() {').replace(
            'colour = vec4(shown, 1.0);',
            `vec2 off = (mix(domain.xz, domain.yw, share) - dab) / (domain.yw - domain.xz) / max(fwidth(share), 1e-9);
             colour = vec4(length(off) < ${size} ? vec3(1.0, 0.0, 1.0) : shown, 1.0);`,
          )
        : source;
      shaderSource.call(this, shader, painted);
    };
    WebGL2RenderingContext.prototype.useProgram = function (program) {
      useProgram.call(this, program);
      const place = program === null ? null : this.getUniformLocation(program, 'dab');
      if (place !== null) this.uniform2f(place, ...window.dab);
    };
  }, reach);
}

/** The middle of the dab as it is seen, in pixels of the window, and of how many pixels it is; the overlay is hidden meanwhile. */
export async function seenDab(page: Page): Promise<{ x: number; y: number; size: number }> {
  const box = await page.locator('.scene canvas').boundingBox();
  if (box === null) throw new Error('there is no 3D picture');
  const hide = (opacity: string): Promise<void> =>
    page.evaluate((value) => {
      for (const part of document.querySelectorAll<HTMLElement>('.scene-overlay, .scene-views, .title, .starts'))
        part.style.opacity = value;
    }, opacity);
  await hide('0');
  const { data, width } = await pixelsIn(page, box);
  await hide('');
  let [x, y, size] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    const strength = Math.max(0, Math.min(red, blue) - green - 120) / 135;
    x += strength * (((at / 4) % width) + 0.5);
    y += strength * (Math.floor(at / 4 / width) + 0.5);
    size += strength;
  }
  return { x: box.x + x / size, y: box.y + y / size, size };
}
