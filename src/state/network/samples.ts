import { createStore } from 'zustand/vanilla';
import type { Text } from '../../formula/text.ts';
import { generated } from '../../network/data/catalog.ts';
import type { Dataset } from '../../network/data/dataset.ts';
import { fewestRows } from '../../network/data/split.ts';
import { readSamples } from '../table/samples.ts';
import { isGenerator, type NetworkSettings } from './settings.ts';

/** The samples of the scene, or why there are none. */
export interface Samples {
  readonly data: Dataset | undefined;
  /** What was left out of a table of one's own, or read in a way that nobody may expect. */
  readonly notes: readonly Text[];
  readonly fault: Text | undefined;
}

/** The digits, once somebody has asked for them: they weigh as much as the lab itself. */
export const digitsStore = createStore<{ readonly digits?: Dataset; readonly failed?: true }>()(() => ({}));

let isAsked = false;

async function bringDigits(): Promise<void> {
  if (isAsked) return;
  isAsked = true;
  try {
    const { digits } = await import('../../network/data/digits.ts');
    digitsStore.setState({ digits: digits() }, true);
  } catch {
    isAsked = false;
    digitsStore.setState({ failed: true }, true);
  }
}

const nothing: Samples = { data: undefined, notes: [], fault: undefined };

const noTable: Text = { en: 'no table yet: paste or open one', zh: '还没有表格：请粘贴或打开一个' };
const noDigits: Text = {
  en: 'the digits could not be loaded; choose other data, or reload the page',
  zh: '数字图像未能加载；请选择其他数据，或重新加载页面',
};

let last: { readonly key: string; readonly samples: Samples } | undefined;

function read({ data, table, params, seed }: NetworkSettings): Samples {
  if (isGenerator(data)) return { ...nothing, data: generated(data, seed, params) };
  if (data === 'csv') return table.trim() === '' ? { ...nothing, fault: noTable } : readSamples(table);
  const { digits, failed } = digitsStore.getState();
  if (digits === undefined) void bringDigits();
  return digits === undefined ? { ...nothing, fault: failed && noDigits } : { ...nothing, data: digits };
}

/** The samples that the settings name, the same object as long as they name the same. Neither data nor fault: they come. */
export function samplesOf(settings: NetworkSettings): Samples {
  const { data, table, params, seed } = settings;
  const { digits, failed } = digitsStore.getState();
  const key = JSON.stringify([data, data === 'csv' ? table : params, data === 'digits' ? [!digits, failed] : seed]);
  if (last?.key === key) return last.samples;
  const samples = read(settings);
  const isFew = samples.data !== undefined && samples.data.rows < fewestRows;
  last = { key, samples: isFew ? { ...samples, data: undefined } : samples };
  return last.samples;
}
