/**
 * What is known after each epoch; entry e of every list is after e epochs, entry 0 before training. Losses are without
 * the L2 term, so that those of training and validation can be compared. A score is the share of samples whose class is
 * right, or R² = 1 − (mean squared error)/(variance of the wanted numbers).
 */
export interface History {
  readonly trainLoss: number[];
  readonly trainScore: number[];
  readonly validationLoss: number[];
  readonly validationScore: number[];
  /** lr in the epoch that led here; in entry 0, as it begins. */
  readonly lr: number[];
  /** ‖Δw‖/‖w‖ of the epoch's last step, a list per layer, w its weights; NaN in entry 0 and where w is 0. */
  readonly ratios: readonly number[][];
}

export const emptyHistory = (layers: number): History => ({
  trainLoss: [],
  trainScore: [],
  validationLoss: [],
  validationScore: [],
  lr: [],
  ratios: Array.from({ length: layers }, () => []),
});

/** The entries of a history from one on, as lists of their own. */
export const tailOf = (history: History, from: number): History => ({
  trainLoss: history.trainLoss.slice(from),
  trainScore: history.trainScore.slice(from),
  validationLoss: history.validationLoss.slice(from),
  validationScore: history.validationScore.slice(from),
  lr: history.lr.slice(from),
  ratios: history.ratios.map((ratios) => ratios.slice(from)),
});

/** A history that does not grow with another. */
export const copied = (history: History): History => tailOf(history, 0);

/** Adds the entries of another history at the end of one. */
export function append(history: History, tail: History): void {
  history.trainLoss.push(...tail.trainLoss);
  history.trainScore.push(...tail.trainScore);
  history.validationLoss.push(...tail.validationLoss);
  history.validationScore.push(...tail.validationScore);
  history.lr.push(...tail.lr);
  history.ratios.forEach((ratios, layer) => ratios.push(...(tail.ratios[layer] ?? [])));
}
