import type * as v from 'valibot';
import type { Quantity } from '../../formula/quantity.ts';
import { generators } from '../../network/data/catalog.ts';
import { schedules } from '../../schedules/catalog.ts';
import { boundValueOf, isName } from '../field.ts';
import { type DataId, type NetworkPart, networkRate, networkSchema, plateau } from '../network/schema.ts';
import { type Given, own, type Report } from './report.ts';

const { entries } = networkSchema;

/** Fields whose schema says all that there is to say about them. */
const plain = [
  ...['data', 'table', 'seed', 'hidden', 'activation', 'initial', 'l2', 'batch'],
  ...['standardise', 'validation', 'test', 'epochs', 'sabotages', 'epoch'],
  ...['chosen', 'ensemble', 'members', 'slice'],
] as (keyof typeof entries)[];

function readParams(report: Report, given: Given, data: DataId | undefined, kept: Given): object {
  const input = own(given, 'params');
  if (input === null) return {};
  const found = generators.find(({ id }) => id === (data ?? generators[0].id));
  const quantities: Readonly<Record<string, Quantity>> = found?.params ?? {};
  const named = input === undefined ? {} : (report.object('network.params', input) ?? {});
  report.unknown('network.params.', named, Object.keys(quantities));
  const read = Object.entries(quantities).flatMap(([name, quantity]) => {
    const before = own(kept, name) as number | undefined;
    const value = report.field<number | undefined>(
      `network.params.${name}`,
      boundValueOf(quantity),
      own(named, name),
      before,
    );
    return value === undefined ? [] : [[name, value] as const];
  });
  return read.length === 0 ? {} : { params: Object.fromEntries(read) };
}

function readConvolution(report: Report, given: Given, kept: Given | undefined): object {
  const input = own(given, 'convolution');
  if (input === null) return {};
  const before = kept === undefined ? {} : { convolution: kept };
  if (input === undefined) return before;
  const named = report.object('network.convolution', input);
  if (named === undefined) return before;
  const fields = entries.convolution.wrapped.entries;
  report.unknown('network.convolution.', named, Object.keys(fields));
  const start = { filters: 8, size: 3 as const, stride: 1, ...kept };
  return {
    convolution: {
      filters: report.field('network.convolution.filters', fields.filters, own(named, 'filters'), start.filters),
      size: report.field<3 | 5>('network.convolution.size', fields.size, own(named, 'size'), start.size),
      stride: report.field('network.convolution.stride', fields.stride, own(named, 'stride'), start.stride),
    },
  };
}

function readDecay(report: Report, given: Given, kept: Given | undefined): object {
  const input = own(given, 'decay');
  if (input === null) return {};
  const before = kept === undefined ? {} : { decay: kept };
  const named = report.object('network.decay', input);
  if (named === undefined) return before;
  const keptKind = (kept?.['kind'] ?? 'constant') as string;
  const kind = report.field<string>('network.decay.kind', entries.decay.wrapped.entries.kind, own(named, 'kind'), keptKind); // prettier-ignore
  const { params } = [...schedules, plateau].find(({ id }) => id === kind) as (typeof schedules)[number];
  report.unknown('network.decay.', named, ['kind', ...Object.keys(params)]);
  const stays = kind === keptKind ? (kept ?? {}) : {};
  return { decay: { kind, ...report.quantities('network.decay.', params, named, stays) } };
}

function readRates(report: Report, given: Given, kept: Given): object {
  const input = own(given, 'rates');
  if (input === null) return {};
  const named = input === undefined ? {} : (report.object('network.rates', input) ?? {});
  const ids = [...new Set([...Object.keys(kept), ...Object.keys(named)])];
  report.unknown(
    'network.rates.',
    named,
    Object.keys(named).filter((id) => isName(id)),
  );
  const read = ids.flatMap((id) => {
    if (!isName(id) || own(named, id) === null) return [];
    const before = own(kept, id) as number | undefined;
    const value = report.field<number | undefined>(`network.rates.${id}`, networkRate, own(named, id), before);
    return value === undefined ? [] : [[id, value] as const];
  });
  return read.length === 0 ? {} : { rates: Object.fromEntries(read) };
}

/** The network lab's settings: `kept`, or its parts, where the input is absent or wrong; null removes them. */
export function readNetwork(report: Report, input: unknown, kept: NetworkPart | undefined): { network?: NetworkPart } {
  const before = kept === undefined ? {} : { network: kept };
  if (input === null) return {};
  const given = report.object('network', input);
  if (given === undefined) return before;
  report.unknown('network.', given, Object.keys(entries));
  const old: Given = kept ?? {};
  const fields = Object.assign(
    {},
    ...plain.map((name) => report.optional(name, entries[name].wrapped as v.GenericSchema, given, own(old, name), 'network.')), // prettier-ignore
  ) as NetworkPart;
  // The settings of one generator say nothing about another.
  const isSame = fields.data === kept?.data;
  return {
    network: {
      ...fields,
      ...readParams(report, given, fields.data, isSame ? (kept?.params ?? {}) : {}),
      ...readConvolution(report, given, kept?.convolution),
      ...readDecay(report, given, kept?.decay),
      ...readRates(report, given, kept?.rates ?? {}),
    },
  };
}
