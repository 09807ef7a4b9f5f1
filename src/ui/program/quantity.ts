import { slider } from '../../formula/quantity.ts';

/** The slider of a program's input. */
export const inputQuantity = slider(1, -5, 5);
