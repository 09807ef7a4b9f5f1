import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Storage } from '../preferences.ts';
import { type AnyId, findLesson } from './all.ts';

/** The choice that was made in each lesson, from 0. */
export type Answers = Readonly<Partial<Record<AnyId, number>>>;

export const answersKey = 'downhill.answers';

const isAnswer = ([id, choice]: readonly [string, unknown]): boolean =>
  typeof choice === 'number' && findLesson(id)?.question?.choices[choice] !== undefined;

const kept = (storage: () => Storage | undefined): Answers => {
  try {
    const found = JSON.parse(storage()?.getItem(answersKey) ?? '{}') as object | null;
    return Object.fromEntries(Object.entries(found ?? {}).filter(isAnswer));
  } catch {
    return {};
  }
};

/** Answers that stay on the device; a storage that throws, as in a private window, is done without. */
function createAnswers(storage: () => Storage | undefined): StoreApi<{ readonly answers: Answers }> {
  const store = createStore(() => ({ answers: kept(storage) }));
  store.subscribe(({ answers }) => {
    try {
      storage()?.setItem(answersKey, JSON.stringify(answers));
    } catch {
      // They are kept until the page is closed.
    }
  });
  return store;
}

const host = globalThis as { localStorage?: Storage };

export const answersStore = createAnswers(() => host.localStorage);

export const answer = (id: AnyId, choice: number): void =>
  answersStore.setState(({ answers }) => ({ answers: { ...answers, [id]: choice } }));

export const forgetAnswer = (id: AnyId): void =>
  answersStore.setState(({ answers: { [id]: _, ...answers } }) => ({ answers }));

export const forgetAnswers = (): void => answersStore.setState({ answers: {} });
