import { constants } from './functions.ts';
import { type Program, walk } from './syntax.ts';

/** Names that a program uses before it assigns them, in order of appearance; `pi` and `e` are not among them. */
export function freeNames(program: Program): string[] {
  const assigned = new Set<string>();
  const free = new Set<string>();
  for (const statement of program.statements) {
    walk(statement.value, (part) => {
      if (part.kind === 'name' && !assigned.has(part.name) && !constants.has(part.name)) free.add(part.name);
    });
    if (statement.name !== undefined) assigned.add(statement.name);
  }
  return [...free];
}

/** Names that a program assigns, in order of first assignment. */
export const assignedNames = (program: Program): string[] => [
  ...new Set(program.statements.flatMap((statement) => statement.name ?? [])),
];
