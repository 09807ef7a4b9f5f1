import { afterEach, describe, expect, it } from 'vitest';
import { appearance, system } from '../../src/state/appearance.ts';
import { preferences } from '../../src/state/preferences.ts';
import { present, stopPresenting } from '../../src/state/presentation.ts';

const theme = (): string => appearance.getState().theme;

describe('how the page looks', () => {
  afterEach(() => {
    stopPresenting();
    preferences.setState({ theme: 'dark', language: 'en', contrast: 'system' });
    system.setState({ wantsContrast: false, forced: undefined });
  });

  it('is light while it is projected, and what is preferred stays as it is', () => {
    present();
    expect([theme(), preferences.getState().theme]).toEqual(['light', 'dark']);
    stopPresenting();
    expect(theme()).toBe('dark');
  });

  it('is as it is preferred otherwise', () => {
    preferences.setState({ theme: 'light', language: 'zh' });
    expect(appearance.getState()).toEqual({ language: 'zh', theme: 'light', hasContrast: false });
    present();
    preferences.setState({ theme: 'dark' });
    expect(theme()).toBe('light');
    stopPresenting();
    expect(theme()).toBe('dark');
  });

  it('has much contrast where it is chosen, and where the system asks for it and nothing is chosen', () => {
    const has = (): boolean => appearance.getState().hasContrast;
    system.setState({ wantsContrast: true });
    expect(has()).toBe(true);
    preferences.setState({ contrast: 'standard' });
    expect(has()).toBe(false);
    system.setState({ wantsContrast: false });
    preferences.setState({ contrast: 'more' });
    expect(has()).toBe(true);
  });

  it('is of the theme of the colours that the system forces', () => {
    system.setState({ forced: 'light' });
    expect(appearance.getState()).toMatchObject({ theme: 'light', hasContrast: true });
  });
});
