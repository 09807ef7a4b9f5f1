/**
 * Calls back for each line of a text with its number, counted from 1, and without its line end; stops where it is told
 * `false`. A text of a million lines is cut as it is read, so that there is never a list of them.
 */
export function eachLine(text: string, visit: (line: string, number: number) => boolean | void): void {
  const end = text.includes('\n') ? '\n' : '\r';
  let from = 0;
  for (let number = 1; from <= text.length; number += 1) {
    const found = text.indexOf(end, from);
    const to = found < 0 ? text.length : found;
    const last = to > from && text.charCodeAt(to - 1) === 13 ? to - 1 : to;
    if (visit(text.slice(from, last), number) === false) return;
    from = to + 1;
  }
}
