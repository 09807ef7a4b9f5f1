/** What a text says of 1, 2, …; of a list first, where it is about one. */
const said = (text: (...args: unknown[]) => string): string => {
  try {
    return text(1, 2, 3, 4);
  } catch {
    return text(['1', '2'], 3, 4);
  }
};

/** Every string of a dictionary with its path; functions are called. */
export const strings = (value: unknown, path = ''): [string, string][] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, said(value as (...args: unknown[]) => string)]];
  return Object.entries(value as object).flatMap(([key, inner]) => strings(inner, `${path}.${key}`));
};
