import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A file of the project, by its path from the root. */
export const file = (/** @type {string} */ path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
