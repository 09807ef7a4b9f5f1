import { surfaceOf } from '../../../surfaces/catalog.ts';
import { FormulaError } from '../../formula/errors.ts';
import { domain, text } from '../field.ts';
import { initialSurface } from '../initial.ts';
import { parameterQuantity } from '../parameter.ts';
import {
  type BuiltInSurface,
  builtInSurfaceSchema,
  hasOwnData,
  isBuiltIn,
  isTyped,
  recordedSchema,
  type SceneSurface,
  type TypedSurface,
} from '../schema.ts';
import { checkSurface, NameError, surfaceParameters } from '../typed.ts';
import { readData } from './data.ts';
import { type Given, own, paramsOf, type Report } from './report.ts';

/** Runs a check of a formula; reports its error, with the position in the sentence, and returns whether there was none. */
export function accepts(report: Report, path: string, check: () => void): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof FormulaError) report.add(path, { en: error.sentence('en'), zh: error.sentence('zh') });
    else if (error instanceof NameError) report.add(path, error.text);
    else throw error;
    return false;
  }
}

const readBuiltIn = (report: Report, given: Given, kept: SceneSurface): SceneSurface => {
  report.unknown('surface.', given, ['id', 'params']);
  const keptId = isBuiltIn(kept) ? kept.id : undefined;
  const wanted = own(given, 'id');
  const id = report.field('surface.id', builtInSurfaceSchema.entries.id, wanted, keptId ?? 'rosenbrock');
  if (!isBuiltIn(kept) && id !== wanted) return kept;
  const before: BuiltInSurface = isBuiltIn(kept) && kept.id === id ? kept : (initialSurface(id) as BuiltInSurface);
  if (wanted !== undefined && id !== wanted) return before;
  const params = paramsOf(report, given);
  const { params: quantities } = surfaceOf(id);
  report.unknown('surface.params.', params, Object.keys(quantities));
  return { id, params: report.quantities('surface.params.', quantities, params, before.params) };
};

const readTyped = (report: Report, given: Given, kept: SceneSurface): SceneSurface => {
  report.unknown('surface.', given, ['formula', 'params', 'domain', 'recorded']);
  const before: TypedSurface | undefined = isTyped(kept) ? kept : undefined;
  const formula = report.field('surface.formula', text, own(given, 'formula'), before?.formula);
  if (formula === undefined || !accepts(report, 'surface.formula', () => checkSurface(formula))) return kept;
  const params = paramsOf(report, given);
  const names = surfaceParameters(formula);
  report.unknown('surface.params.', params, names);
  const quantities = Object.fromEntries(names.map((name) => [name, parameterQuantity]));
  // What was recorded belongs to the formula.
  const recorded = formula === before?.formula ? before.recorded : undefined;
  return {
    formula,
    params: report.quantities('surface.params.', quantities, params, before?.params ?? {}),
    domain: report.field('surface.domain', domain, own(given, 'domain'), before?.domain ?? [-5, 5, -5, 5]),
    ...report.optional('recorded', recordedSchema, given, recorded, 'surface.'),
  };
};

/** A surface of the catalog, a typed one or one of data; `kept`, or its parts, where the input is absent or wrong. */
export function readSurface(report: Report, input: unknown, kept: SceneSurface): SceneSurface {
  const given = report.object('surface', input);
  if (given === undefined) return kept;
  const names = (key: string): boolean => own(given, key) !== undefined;
  if (names('data') || (hasOwnData(kept) && !names('id') && !names('formula'))) return readData(report, given, kept);
  const isFormula = names('formula') || (isTyped(kept) && !names('id'));
  return isFormula ? readTyped(report, given, kept) : readBuiltIn(report, given, kept);
}
