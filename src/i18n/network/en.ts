import { count } from '../numbers.ts';

const epochs = (n: number): string => `epoch ${count('en', n)}`;

/** The network lab. */
export const lab = {
  region: 'Networks, one per optimizer',
  charts: 'Curves',
  panel: 'Settings of the networks',
  loading: 'The samples are on their way…',
  failed: (why: string) => `These networks cannot be trained: ${why}`,
  slow: 'This browser has no second thread for training, so that the page is slower while it learns.',
  choose: (name: string) => `Look into the network of ${name}`,
  divergedAt: (step: number) => `✕ not a number at step ${count('en', step)}`,
  train: 'training',
  validation: 'validation',
  test: 'test',
  className: (name: string) => `class ${name}`,
  keyImages: 'Above: what each unit of the first layer looks for. Below: the mistakes it is surest of, digit → answer.',
  keyConfusion: 'Validation: classes down, answers across; the diagonal is right.',
  keyAgainst: 'Validation: wanted across, predicted up; the line is right.',

  timeline: {
    region: 'Training',
    scrub: 'Epoch',
    scrubText: (n: number, of: number) => `${epochs(n)} of ${count('en', of)}`,
  },

  measure: 'Measure',
  chart: (measure: string) => `${measure} by epochs`,
  measures: {
    loss: 'Loss',
    score: 'Accuracy',
    ratio: 'Update ratio',
    lr: 'Learning rate',
  },
  measureNotes: {
    loss: 'The mean over the samples, without the L2 term, so that training and validation can be compared.',
    score: 'The share of samples whose class is right; of numbers R², 1 minus the error over the variance.',
    ratio: '‖Δw‖ / ‖w‖ of an epoch’s last step, layer by layer of the chosen network. About 1e-3 is usual.',
    lr: 'What the decay has made of each learning rate.',
  },
  lineKey: {
    loss: 'validation, dotted: training',
    score: 'validation, dotted: training',
    ratio: 'by layer, dashed: 1e-3',
    lr: 'after the decay',
  },
  epoch: (n: number) => `Epoch ${count('en', n)}`,
  layer: (n: number) => `Layer ${n}`,
  tableOf: (n: number) => `The networks after ${epochs(n)}`,
  optimizer: 'Optimizer',
  trainScore: 'Training accuracy',
  trainLoss: 'Training loss',

  data: 'Data',
  samples: 'samples',
  dataNames: { digits: 'Handwritten digits', csv: 'A table of your own' },
  digitsCredit:
    '1,797 digits of 8×8 pixels: E. Alpaydin, C. Kaynak, Optical Recognition of Handwritten Digits, UCI, doi:10.24432/C50P49, CC BY 4.0.',
  params: { rows: 'samples', noise: 'noise', arms: 'arms', clusters: 'clusters' } as Record<string, string>,
  seed: 'seed',
  seedNote: 'Seed of samples, split, first weights and batches',
  validationShare: 'Share of the samples for validation',
  testShare: 'Share of the samples for the test',
  standardise: 'Standardise the inputs',
  standardiseNote: 'Mean 0 and deviation 1 on what is trained on. Switch it off to see the harm.',
  splitOf: (train: number, validation: number, test: number) =>
    `${count('en', train)} to train on, ${count('en', validation)} for validation, ${count('en', test)} for the test.`,
  table: 'Table: the last column is what is to be learnt',
  tableNote:
    'Columns apart by commas, semicolons, tabs or spaces. Words or few whole numbers in the last column are classes, others are predicted. It stays in this browser and in the link.',
  openTable: 'Open a file',
  unreadable: 'The file cannot be read.',
  tooLong: (size: number, limit: number) =>
    `The table has ${count('en', size)} characters, the limit is ${count('en', limit)}: leave some rows out.`,

  network: 'Network',
  parameters: (n: number) => `${count('en', n)} parameters`,
  hidden: (layer: number) => `hidden ${layer}`,
  unitsOf: (layer: number) => `Units of hidden layer ${layer}`,
  addLayer: '+ layer',
  removeLayer: '− layer',
  activation: 'activation',
  initial: 'weights',
  l2: 'L2 penalty',
  convolution: 'Convolution first',
  convolutionNote: 'A layer of filters that move over the image, then 2×2 max pooling.',
  filters: 'filters',
  filterSize: 'size',
  filterText: (size: string, stride: string) => `${size}×${size}, stride ${stride}`,

  training: 'Training',
  epochs: 'epochs',
  batch: 'batch',
  batchNote: 'Batch: samples of a step',
  decay: 'decay',
  plateau: 'When validation stalls',
  plateauNote: 'lr becomes factor·lr whenever validation has not been better than ever for so many epochs.',
  epochsNote: 'Here s counts epochs.',
  decayWords: { patience: 'patience', rate: 'decay per epoch', every: 'every so many epochs', over: 'over so many epochs' } as Record<string, string>, // prettier-ignore
  rates: 'Learning rates',
  ratesNote: 'Momentum, betas and forms are those of the race in the playground.',

  networkOf: 'network of',
  insideOf: (name: string) => `Inside the network of ${name}`,
  tabs: { curves: 'Curves', inside: 'Inside' },
  tabsOf: 'What is shown beside the networks',
  layerOf: (n: number, units: number) => `Layer ${n}: ${units} unit${units === 1 ? '' : 's'}`,
  filterLayer: (n: number, filters: number) => `Layer ${n}: ${filters} filter${filters === 1 ? '' : 's'}`,
  weights: 'weights',
  weightsOf: (units: number, inputs: number) => `Weights, ${units} rows of ${inputs}`,
  histograms: { activations: 'activations', gradient: 'gradient' },
  dead: (share: number) => `${Math.round(100 * share)}% dead`,

  checks: 'Checks before training',
  checkAll: 'Make all checks',
  checkSum: (failed: number) =>
    failed === 0 ? 'All is well.' : failed === 1 ? 'One check fails.' : `${failed} checks fail.`,
  passed: 'passed',
  failedCheck: 'failed',
  sabotage: 'Sabotage: mistakes to be found',
};
