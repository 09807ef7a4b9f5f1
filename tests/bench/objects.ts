/** What a programmer writes first for a multilayer perceptron: an object for every unit and for every weight. */

interface Link {
  readonly from: Unit;
  readonly to: Unit;
  weight: number;
  slope: number;
}

interface Unit {
  readonly ins: Link[];
  readonly outs: Link[];
  bias: number;
  biasSlope: number;
  output: number;
  /** The loss's gradient by the unit's weighted sum. */
  delta: number;
}

/** Layers of units, from the inputs on; the parameters as the network lays them out. */
export function unitsOf(sizes: readonly number[], parameters: ArrayLike<number>): Unit[][] {
  const layers = sizes.map((size) =>
    Array.from({ length: size }, (): Unit => ({ ins: [], outs: [], bias: 0, biasSlope: 0, output: 0, delta: 0 })),
  );
  let at = 0;
  for (let l = 1; l < layers.length; l += 1) {
    for (const to of layers[l] as Unit[])
      for (const from of layers[l - 1] as Unit[]) {
        const link = { from, to, weight: parameters[at++] as number, slope: 0 };
        from.outs.push(link);
        to.ins.push(link);
      }
    for (const unit of layers[l] as Unit[]) unit.bias = parameters[at++] as number;
  }
  return layers;
}

/** One full-batch step of gradient descent on the mean squared error, tanh in hidden layers; returns the loss before it. */
export function epochOfUnits(
  layers: Unit[][],
  inputs: readonly (readonly number[])[],
  wanted: readonly number[],
  lr: number,
): number {
  const last = layers.at(-1) as Unit[];
  let loss = 0;
  inputs.forEach((sample, s) => {
    layers[0]?.forEach((unit, i) => (unit.output = sample[i] as number));
    for (const layer of layers.slice(1))
      for (const unit of layer) {
        let sum = unit.bias;
        for (const { weight, from } of unit.ins) sum += weight * from.output;
        unit.output = layer === last ? sum : Math.tanh(sum);
      }
    for (const layer of layers.slice(1).reverse())
      for (const unit of layer) {
        if (layer === last) {
          const error = unit.output - (wanted[s] as number);
          loss += error * error;
          unit.delta = 2 * error;
        } else {
          let sum = 0;
          for (const { weight, to } of unit.outs) sum += weight * to.delta;
          unit.delta = sum * (1 - unit.output * unit.output);
        }
        unit.biasSlope += unit.delta;
        for (const link of unit.ins) link.slope += unit.delta * link.from.output;
      }
  });
  for (const layer of layers.slice(1))
    for (const unit of layer) {
      unit.bias -= (lr * unit.biasSlope) / inputs.length;
      unit.biasSlope = 0;
      for (const link of unit.ins) {
        link.weight -= (lr * link.slope) / inputs.length;
        link.slope = 0;
      }
    }
  return loss / inputs.length;
}
