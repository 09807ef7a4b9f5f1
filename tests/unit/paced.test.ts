import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atMostEvery } from '../../src/ui/paced.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('work that is done at most so often', () => {
  it('is done at once, and then once for all that ask meanwhile', () => {
    const work = vi.fn<() => void>();
    const paced = atMostEvery(100)(work);
    paced.request();
    expect(work).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(30);
    paced.request();
    paced.request();
    vi.advanceTimersByTime(69);
    expect(work).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    expect(work).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(100);
    expect(work).toHaveBeenCalledTimes(2);
    paced.request();
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('is not done when it is no longer wanted, and can be asked for again', () => {
    const work = vi.fn<() => void>();
    const paced = atMostEvery(100)(work);
    paced.request();
    paced.request();
    paced.cancel();
    vi.advanceTimersByTime(500);
    expect(work).toHaveBeenCalledTimes(1);
    paced.request();
    expect(work).toHaveBeenCalledTimes(2);
  });
});
