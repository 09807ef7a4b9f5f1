import { real } from '../field.ts';
import { examples } from '../backprop/examples.ts';
import { type BackpropSettings, backpropSchema } from '../schema.ts';
import { checkProgram, programInputs } from '../typed.ts';
import { type Given, own, type Report } from './report.ts';
import { accepts } from './surface.ts';

const { entries } = backpropSchema;

const readProgram = (report: Report, given: Given, kept: string | undefined): { program?: string } => {
  const { program } = report.optional('program', entries.program.wrapped, given, kept, 'backprop.');
  if (program === undefined) return {};
  if (accepts(report, 'backprop.program', () => checkProgram(program))) return { program };
  return kept === undefined ? {} : { program: kept };
};

/** Numbers for the inputs of a program: the given ones, then those of before. */
const readInputs = (
  report: Report,
  given: Given,
  program: string,
  kept: Given,
): { inputs?: Record<string, number> } => {
  const input = own(given, 'inputs');
  const numbers = input === null ? {} : (report.object('backprop.inputs', input) ?? {});
  const names = programInputs(program);
  report.unknown('backprop.inputs.', numbers, names);
  const read = names.flatMap((name) => {
    const before = input === null ? undefined : (own(kept, name) as number | undefined);
    const value = report.field<number | undefined>(`backprop.inputs.${name}`, real, own(numbers, name), before);
    return value === undefined ? [] : [[name, value] as const];
  });
  return read.length === 0 ? {} : { inputs: Object.fromEntries(read) };
};

/** What the backprop view shows: `kept`, or its parts, where the input is absent or wrong; null removes it. */
export function readBackprop(
  report: Report,
  input: unknown,
  kept: BackpropSettings | undefined,
): { backprop?: BackpropSettings } {
  const before = kept === undefined ? {} : { backprop: kept };
  if (input === null) return {};
  const given = report.object('backprop', input);
  if (given === undefined) return before;
  report.unknown('backprop.', given, Object.keys(entries));
  const program = readProgram(report, given, kept?.program);
  return {
    backprop: {
      ...report.optional('of', entries.of.wrapped, given, kept?.of, 'backprop.'),
      ...program,
      ...readInputs(report, given, program.program ?? examples[0].program, kept?.inputs ?? {}),
    },
  };
}
