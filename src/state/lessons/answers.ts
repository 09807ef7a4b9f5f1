import { createStore } from 'zustand/vanilla';
import { keep, kept, onDevice } from '../kept.ts';
import { type AnyId, findLesson } from './all.ts';

/** The choice that was made in each lesson, from 0. */
export type Answers = Readonly<Partial<Record<AnyId, number>>>;

export const answersKey = 'downhill.answers';

const isAnswer = ([id, choice]: readonly [string, unknown]): boolean =>
  typeof choice === 'number' && findLesson(id)?.question?.choices[choice] !== undefined;

const answersIn = (found: unknown): Answers => Object.fromEntries(Object.entries(found ?? {}).filter(isAnswer));

/** Answers that stay on the device, where it keeps anything; else until the page is closed. */
export const answersStore = createStore(() => ({ answers: answersIn(kept(onDevice, answersKey)) }));
answersStore.subscribe(({ answers }) => void keep(onDevice, answersKey, answers));

export const answer = (id: AnyId, choice: number): void =>
  answersStore.setState(({ answers }) => ({ answers: { ...answers, [id]: choice } }));

export const forgetAnswer = (id: AnyId): void =>
  answersStore.setState(({ answers: { [id]: _, ...answers } }) => ({ answers }));

export const forgetAnswers = (): void => answersStore.setState({ answers: {} });
