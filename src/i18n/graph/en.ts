/** The backprop view, in English; also the shape of its other dictionary. */
export const graph = {
  panel: 'Program and inputs',
  program: 'Program',
  programNote: 'Names that are read before they are assigned are inputs. The last line is the result.',
  programMaths: 'The program as mathematics',
  examples: 'Examples',
  surfaces: 'a surface',
  chooseSurface: 'choose…',
  inputs: 'Inputs',
  noInputs: 'This program has no inputs.',
  input: (name: string) => `input ${name}`,

  title: 'Computational graph',
  table: {
    caption: 'Every node in the order in which it is computed',
    node: 'node',
    operation: 'operation',
    value: 'value',
    gradient: 'gradient',
    from: 'computed from (local derivative)',
    by: (name: string, derivative: string) => `${name} (${derivative})`,
  },
};
