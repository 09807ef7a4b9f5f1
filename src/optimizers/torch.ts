import { pythonNumber } from '../formula/emit/python.ts';

/** Hyperparameters of a run by name, mu among them. */
export type Values = Readonly<Record<string, number>>;

/** A keyword argument as Python source; undefined for values for which the class raises although the rule can be run. */
export type Keyword = (values: Values) => string | undefined;

/** A class of torch.optim that takes the path of a form of a rule. */
export interface Torch {
  readonly name: string;
  /** Its keyword arguments besides lr. */
  readonly keywords: Readonly<Record<string, Keyword>>;
  /** Only while lr is constant: the class keeps lr outside the velocity, the rule inside. */
  readonly constantRate?: true;
  /** The first version of PyTorch whose class does so, where an older one has it and does something else. */
  readonly since?: string;
}

const isShare = (value: number): boolean => value >= 0 && value < 1;

/** The hyperparameter of a name, within the bounds of the class: at least 0 where it is not told otherwise. */
export const keyword =
  (name: string, takes = (value: number): boolean => value >= 0): Keyword =>
  (values) => {
    const value = values[name] ?? NaN;
    return takes(value) ? pythonNumber(value) : undefined;
  };

/** Adam's two memories, each in [0, 1). */
export const betas: Keyword = (values) => {
  const pair = ['beta1', 'beta2'].map((name) => keyword(name, isShare)(values));
  return pair.includes(undefined) ? undefined : `(${pair.join(', ')})`;
};

export const flag: Keyword = () => 'True';
