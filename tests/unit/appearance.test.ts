import { afterEach, describe, expect, it } from 'vitest';
import { appearance } from '../../src/state/appearance.ts';
import { preferences } from '../../src/state/preferences.ts';
import { present, stopPresenting } from '../../src/state/presentation.ts';

const theme = (): string => appearance.getState().theme;

describe('how the page looks', () => {
  afterEach(() => {
    stopPresenting();
    preferences.setState({ theme: 'dark', language: 'en' });
  });

  it('is light while it is projected, and what is preferred stays as it is', () => {
    present();
    expect([theme(), preferences.getState().theme]).toEqual(['light', 'dark']);
    stopPresenting();
    expect(theme()).toBe('dark');
  });

  it('is as it is preferred otherwise', () => {
    preferences.setState({ theme: 'light', language: 'zh' });
    expect(appearance.getState()).toEqual({ language: 'zh', theme: 'light' });
    present();
    preferences.setState({ theme: 'dark' });
    expect(theme()).toBe('light');
    stopPresenting();
    expect(theme()).toBe('dark');
  });
});
