import { forbes } from './data/forbes.ts';

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;

const inputs = forbes.map(([input]) => input);
const targets = forbes.map(([, target]) => target);

/** Means of the inputs t and the targets u. */
export const meanInput = mean(inputs);
export const meanTarget = mean(targets);

/** Variance of t, with 1/n. */
export const variance = mean(inputs.map((t) => (t - meanInput) ** 2));

const covariance = mean(forbes.map(([t, u]) => (t - meanInput) * (u - meanTarget)));

/** The least-squares line u = slope·t + intercept. */
export const slope = covariance / variance;

/** Mean squared error of that line: the least that any line has. */
export const leastError = mean(forbes.map(([t, u]) => (u - meanTarget - slope * (t - meanInput)) ** 2));
