import type { Row } from '../../../surfaces/surface.ts';
import { dataLoss, unfit } from '../data.ts';
import { domain, farthest, lossKind, rowLimit, yesOrNo } from '../field.ts';
import { described } from '../problem.ts';
import { type DataSurface, hasOwnData, type SceneSurface } from '../schema.ts';
import { thinned } from '../thin.ts';
import { type Given, own, paramsOf, type Report } from './report.ts';

const isNumber = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= farthest;

const isRow = (row: unknown): row is Row => Array.isArray(row) && row.length === 2 && row.every(isNumber);

const expected = {
  en: 'a list of at least two rows [t, u] of numbers within ±1e9',
  zh: '至少两行 [t, u] 的列表，其中的数在 ±1e9 之内',
};

/** The rows that can be kept, thinned; undefined where they are too few. */
function readRows(report: Report, input: unknown): readonly Row[] | undefined {
  const rows: readonly Row[] = Array.isArray(input) ? input.filter(isRow) : [];
  if (!Array.isArray(input) || rows.length < 2) {
    report.mismatch('surface.data', expected, input);
    return undefined;
  }
  const first = input.findIndex((row) => !isRow(row));
  if (first >= 0) {
    const [count, found] = [input.length - rows.length, described(input[first])];
    report.add('surface.data', {
      en: `${count} of ${input.length} rows are not [t, u] with numbers within ±1e9 and are left out; the first is row ${first + 1}, ${found.en}`,
      zh: `${input.length} 行中有 ${count} 行不是 [t, u] 形式或超出 ±1e9，已忽略；第一处是第 ${first + 1} 行：${found.zh}`,
    });
  }
  const kept = thinned(rows);
  if (kept.length < rows.length)
    report.add('surface.data', {
      en: `of ${rows.length} rows, ${rowLimit} at even distances are kept`,
      zh: `共 ${rows.length} 行，等间隔保留其中 ${rowLimit} 行`,
    });
  // −0 becomes the 0 that JSON would make of it.
  return kept.map(([t, u]) => [t + 0, u + 0]);
}

/** The form that was asked for, or the other one where rows cannot have it; undefined where they can have neither. */
function readForm(report: Report, rows: readonly Row[], wanted: boolean): boolean | undefined {
  const why = unfit(rows, wanted);
  if (why === undefined) return wanted;
  if (unfit(rows, !wanted) !== undefined) {
    report.add('surface.data', why);
    return undefined;
  }
  report.add('surface.standardised', { en: `${why.en}; ${!wanted} is used`, zh: `${why.zh}；使用 ${!wanted}` });
  return !wanted;
}

/** A surface of somebody's own data; `kept`, or its parts, where the input is absent or wrong. */
export function readData(report: Report, given: Given, kept: SceneSurface): SceneSurface {
  report.unknown('surface.', given, ['data', 'loss', 'standardised', 'params', 'domain']);
  const before: DataSurface | undefined = hasOwnData(kept) ? kept : undefined;
  const data = own(given, 'data') === undefined ? before?.data : readRows(report, own(given, 'data'));
  if (data === undefined) return kept;
  const loss = report.field('surface.loss', lossKind, own(given, 'loss'), before?.loss ?? 'squared');
  const wanted = report.field(
    'surface.standardised',
    yesOrNo,
    own(given, 'standardised'),
    before?.standardised ?? true,
  );
  const standardised = readForm(report, data, wanted);
  if (standardised === undefined) return kept;
  const params = paramsOf(report, given);
  // A delta that is still the one of the rows before gives way to that of the new ones.
  const isUsual = before === undefined || before.params['delta'] === dataLoss(before).params['delta']?.initial;
  const { params: quantities } = dataLoss({ data: data as DataSurface['data'], loss, standardised });
  report.unknown('surface.params.', params, Object.keys(quantities));
  // A domain belongs to the rows and the form that it was chosen for.
  const stays = data === before?.data && standardised === before.standardised ? before.domain : undefined;
  return {
    data: data as DataSurface['data'],
    loss,
    standardised,
    params: report.quantities('surface.params.', quantities, params, isUsual ? {} : before.params),
    ...report.optional('domain', domain, given, stays, 'surface.'),
  };
}
