import type { Text } from '../formula/text.ts';

interface View {
  readonly id: string;
  readonly name: Text;
}

/** The views of the page, in the order of its navigation. */
export const views = [
  { id: 'playground', name: { en: 'Playground', zh: '演练场' } },
  { id: 'maps', name: { en: 'Maps', zh: '图谱' } },
  { id: 'backprop', name: { en: 'Backprop', zh: '反向传播' } },
  { id: 'network', name: { en: 'Network', zh: '神经网络' } },
  { id: 'lessons', name: { en: 'Lessons', zh: '课程' } },
] as const satisfies readonly View[];

export type ViewId = (typeof views)[number]['id'];
