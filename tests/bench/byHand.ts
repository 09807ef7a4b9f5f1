/** What a programmer would write for Rosenbrock and one rule: nothing general, everything fused, the same columns. */

type Columns = Readonly<Record<string, Float64Array>>;

/** Momentum: v = mu·v − lr·g; x = x + v. */
export function momentumByHand(
  [a, b]: readonly [number, number],
  { lr, mu }: { readonly lr: number; readonly mu: number },
  start: readonly [number, number],
  steps: number,
): Columns {
  const column = (): Float64Array => new Float64Array(steps + 1);
  const [xs, ys, losses, gxs, gys] = [column(), column(), column(), column(), column()];
  const [rates, mus, vxs, vys] = [column(), column(), column(), column()];
  let [x, y] = start;
  let vx = 0;
  let vy = 0;
  for (let s = 0; ; s += 1) {
    const u = a - x;
    const w = y - x * x;
    const gx = -2 * u - 4 * b * x * w;
    const gy = 2 * b * w;
    xs[s] = x;
    ys[s] = y;
    losses[s] = u * u + b * w * w;
    gxs[s] = gx;
    gys[s] = gy;
    rates[s] = lr;
    mus[s] = mu;
    vxs[s] = vx;
    vys[s] = vy;
    if (s === steps) break;
    vx = mu * vx - lr * gx;
    vy = mu * vy - lr * gy;
    x += vx;
    y += vy;
  }
  return { x: xs, y: ys, loss: losses, gx: gxs, gy: gys, lr: rates, mu: mus, 'v.x': vxs, 'v.y': vys };
}

/** Adam with bias correction; beta^t as running products. */
export function adamByHand(
  [a, b]: readonly [number, number],
  {
    lr,
    beta1,
    beta2,
    eps,
  }: { readonly lr: number; readonly beta1: number; readonly beta2: number; readonly eps: number },
  start: readonly [number, number],
  steps: number,
): Columns {
  const column = (): Float64Array => new Float64Array(steps + 1);
  const [xs, ys, losses, gxs, gys, rates] = [column(), column(), column(), column(), column(), column()];
  const [mxs, mys, vxs, vys] = [column(), column(), column(), column()];
  let [x, y] = start;
  let [mx, my, vx, vy] = [0, 0, 0, 0];
  let [power1, power2] = [1, 1];
  for (let s = 0; ; s += 1) {
    const u = a - x;
    const w = y - x * x;
    const gx = -2 * u - 4 * b * x * w;
    const gy = 2 * b * w;
    xs[s] = x;
    ys[s] = y;
    losses[s] = u * u + b * w * w;
    gxs[s] = gx;
    gys[s] = gy;
    rates[s] = lr;
    mxs[s] = mx;
    mys[s] = my;
    vxs[s] = vx;
    vys[s] = vy;
    if (s === steps) break;
    power1 *= beta1;
    power2 *= beta2;
    mx = beta1 * mx + (1 - beta1) * gx;
    my = beta1 * my + (1 - beta1) * gy;
    vx = beta2 * vx + (1 - beta2) * gx * gx;
    vy = beta2 * vy + (1 - beta2) * gy * gy;
    x -= (lr * (mx / (1 - power1))) / (Math.sqrt(vx / (1 - power2)) + eps);
    y -= (lr * (my / (1 - power1))) / (Math.sqrt(vy / (1 - power2)) + eps);
  }
  const state = { 'm.x': mxs, 'm.y': mys, 'v.x': vxs, 'v.y': vys };
  return { x: xs, y: ys, loss: losses, gx: gxs, gy: gys, lr: rates, ...state };
}
