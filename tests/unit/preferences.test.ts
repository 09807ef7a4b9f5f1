import { describe, expect, it } from 'vitest';
import type { Storage } from '../../src/state/kept.ts';
import { createPreferences, preferencesKey } from '../../src/state/preferences.ts';

const inMemory = (text?: string) => {
  const items = new Map(text === undefined ? [] : [[preferencesKey, text]]);
  const storage: Storage = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
  };
  return { storage, text: () => items.get(preferencesKey) };
};

describe('preferences', () => {
  it('begin in the reader’s language', () => {
    expect(createPreferences(() => undefined, ['zh-CN', 'en']).getState().language).toBe('zh');
    expect(createPreferences(() => undefined, ['de', 'zh']).getState().language).toBe('en');
    expect(createPreferences(() => undefined).getState()).toEqual({
      language: 'en',
      theme: 'dark',
      contrast: 'system',
      linkRates: false,
      shortcuts: true,
      measure: 'loss',
      axis: 'steps',
    });
  });

  it('remember themselves', () => {
    const { storage, text } = inMemory();
    createPreferences(() => storage).setState({
      language: 'zh',
      theme: 'light',
      contrast: 'more',
      linkRates: true,
      shortcuts: false,
      measure: 'ratio',
      axis: 'evaluations',
    });
    expect(JSON.parse(text() ?? '')).toEqual(createPreferences(() => storage).getState());
    expect(createPreferences(() => storage).getState()).toEqual({
      language: 'zh',
      theme: 'light',
      contrast: 'more',
      linkRates: true,
      shortcuts: false,
      measure: 'ratio',
      axis: 'evaluations',
    });
  });

  it.each([
    '{',
    'null',
    '3',
    '{"language":"fr","theme":4,"contrast":"less","linkRates":"yes","shortcuts":1,"measure":"speed","axis":"x","__proto__":{"theme":"light"}}',
  ])('take nothing from %s', (text) => {
    expect(createPreferences(() => inMemory(text).storage).getState()).toEqual({
      language: 'en',
      theme: 'dark',
      contrast: 'system',
      linkRates: false,
      shortcuts: true,
      measure: 'loss',
      axis: 'steps',
    });
  });

  it('do without a storage that throws', () => {
    const store = createPreferences(() => {
      throw new Error('not allowed');
    });
    store.setState({ language: 'zh' });
    expect(store.getState().language).toBe('zh');
  });
});
