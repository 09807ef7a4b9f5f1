import type { graph as english } from './en.ts';

/** 反向传播视图。 */
export const graph: typeof english = {
  panel: '程序与输入',
  program: '程序',
  programNote: '先读取后赋值的名称是输入。最后一行是结果。',
  programMaths: '程序的数学形式',
  examples: '示例',
  surfaces: '曲面',
  chooseSurface: '请选择…',
  inputs: '输入',
  noInputs: '这个程序没有输入。',
  input: (name) => `输入 ${name}`,

  title: '计算图',
  table: {
    caption: '按计算顺序列出的所有节点',
    node: '节点',
    operation: '运算',
    value: '值',
    gradient: '梯度',
    from: '由谁算出（局部导数）',
    by: (name, derivative) => `${name}（${derivative}）`,
  },
};
