import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fansStore } from '../../src/state/fans/fans.ts';
import { tellSlow } from '../../src/state/fans/patience.ts';
import { playgroundFrame } from '../../src/ui/playgroundFrame.ts';

let frames: (() => void)[] = [];
/** The next frame of the display. */
const frame = (): void => {
  const due = frames;
  frames = [];
  for (const each of due) each();
};

describe('a drawing of the playground', () => {
  beforeEach(() => {
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (each: () => void) => frames.push(each));
    vi.stubGlobal('cancelAnimationFrame', () => undefined);
    tellSlow(true);
    fansStore.setState({ isSoon: true });
  });
  afterEach(() => {
    tellSlow(false);
    fansStore.setState({ isSoon: false });
    vi.unstubAllGlobals();
  });

  it.each([
    { why: 'waits for fans that are soon there, six frames at most', slow: true, soon: true, waits: 6 },
    { why: 'does not wait where there are none to wait for', slow: true, soon: false, waits: 0 },
    { why: 'does not wait where drawing is quick', slow: false, soon: true, waits: 0 },
  ])('$why', ({ slow, soon, waits }) => {
    tellSlow(slow);
    fansStore.setState({ isSoon: soon });
    const draw = vi.fn<() => void>();
    const { request, cancel } = playgroundFrame(draw);
    request();
    for (let i = 0; i < waits; i += 1) frame();
    expect(draw).not.toHaveBeenCalled();
    frame();
    expect(draw).toHaveBeenCalledOnce();
    expect(frames).toEqual([]);
    cancel();
  });

  it('is there in the frame after the fans', () => {
    const draw = vi.fn<() => void>();
    const { request, cancel } = playgroundFrame(draw);
    request();
    frame();
    frame();
    fansStore.setState({ isSoon: false });
    frame();
    expect(draw).toHaveBeenCalledOnce();
    cancel();
  });
});
