/** A formula as one writes it, a statement a line, without the indentation that it has in its file. */
export const plain = (formula: string): string =>
  formula
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
