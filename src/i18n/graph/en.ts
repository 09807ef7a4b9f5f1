import { count } from '../numbers.ts';

/** The backprop view, in English; also the shape of its other dictionary. */
export const graph = {
  panel: 'Program and inputs',
  program: 'Program',
  programNote: 'Names that are read before they are assigned are inputs. The last line is the result.',
  examples: 'Examples',
  surfaces: 'a surface',
  chooseSurface: 'choose…',
  noInputs: 'This program has no inputs.',
  input: (name: string) => `input ${name}`,

  optimizer: 'optimizer',
  nothingRuns: 'No optimizer takes part: the formula is looked at where the race starts.',
  place: (step: number, x: string, y: string, dx: string, dy: string) =>
    `Step ${count('en', step)}, at (${x}, ${y}): the gradient is (${dx}, ${dy}), the arrow on the surface.`,
  open: 'Graph of the formula, at this step',
  toSurface: 'Back to the surface',
  toProgram: 'A program instead',

  title: 'Computational graph',
  keys: 'Enter goes to a node, arrow keys from node to node, Escape back. Here arrow keys move the drawing, plus and minus zoom, 0 shows all of it.',
  gate: (name: string, sign: string, value: string, gradient: string) =>
    name === sign
      ? `${name}: value ${value}, gradient ${gradient}`
      : `${name}, ${sign}: value ${value}, gradient ${gradient}`,
  loading: 'Drawing the graph…',
  missing: 'The graph cannot be drawn here. The table holds all of it.',
  part: (shown: number, all: number) =>
    `Shown are ${count('en', shown)} of ${count('en', all)} nodes, those around the chosen one. Choose another to see more.`,
  zoom: 'Zoom',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  fit: 'Fit',
  legend: {
    title: 'What the numbers are',
    forward: 'value, forward',
    backward: 'gradient, backward',
    local: 'local derivative',
  },
  table: {
    caption: 'Every node in the order in which it is computed',
    node: 'node',
    operation: 'operation',
    value: 'value',
    gradient: 'gradient',
    from: 'computed from (local derivative)',
    by: (name: string, derivative: string) => `${name} (${derivative})`,
  },

  timeline: {
    region: 'Forward and backward pass',
    scrub: 'Beat',
    scrubText: (n: number, of: number) => `beat ${count('en', n)} of ${count('en', of)}`,
  },
  say: {
    region: 'In this step',
    semicolon: '; ',
    more: (n: number) => `and ${count('en', n)} more`,
    ready: 'Play shows how the values come about, and then the gradients.',
    done: (result: string, gradients: string) => `Done: the derivatives of ${result} are ${gradients}.`,
    given: (values: string) => `The inputs are given: ${values}.`,
    values: (values: string) => `Forward: ${values}.`,
    seed: (result: string) => `Backward: ${result} starts with the gradient 1, its derivative by itself.`,
    hand: (products: string) => `Total × local derivative: ${products}.`,
    handOne: (user: string, total: string, local: string, amount: string, argument: string) =>
      `${user} hands ${total} × ${local} = ${amount} to ${argument}`,
    sum: (sums: string) => `Added up: ${sums}.`,
    fault: (name: string, reason: string) =>
      `${name} has no value: ${reason}. What is computed from it has none either.`,
    faultBack: (name: string, reason: string) => `No gradient at ${name}: ${reason}.`,
  },
};
