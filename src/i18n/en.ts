import * as backprop from './backprop/en.ts';
import { classroom } from './classroom/en.ts';
import { chart, compare, take } from './comparison/en.ts';
import { forms, future } from './interventions/en.ts';
import { graph } from './graph/en.ts';
import { data } from './data/en.ts';
import { fans } from './fans/en.ts';
import { maps } from './maps/en.ts';
import { race } from './race/en.ts';
import { curvature, inspect } from './insight/en.ts';
import { lab } from './network/en.ts';
import { own } from './own/en.ts';
import { presenter } from './presenter/en.ts';
import { print } from './print/en.ts';
import { count } from './numbers.ts';

const steps = (n: number): string => `${count('en', n)} step${n === 1 ? '' : 's'}`;

/** English; also the shape of every other dictionary. */
export const en = {
  brand: 'Downhill',
  brandOther: '下山',
  tagline: 'Six optimizers race down a loss surface',
  skip: 'Skip to the controls',

  header: {
    undo: 'Undo',
    redo: 'Redo',
    language: 'Language',
    toLight: 'Light theme',
    toDark: 'Dark theme',
    share: 'Share',
    shortcuts: 'Keyboard shortcuts',
    navigation: 'Views',
  },

  view: {
    loading: 'Loading…',
    failed: 'This view could not be loaded. The others are still here; reload the page to try again.',
  },

  title: {
    surface: 'Surface',
    formula: 'Formula of the surface',
    start: 'Start',
    startAt: (n: number, x: string, y: string) => `${n}: start at (${x}, ${y})`,
    startX: 'Start x',
    startY: 'Start y',
    about: 'About this surface',
    source: 'Source',
  },

  stage: {
    region: 'Race on the surface',
    side: 'Contour map and loss chart',
    loading: 'Loading the 3D view…',
    failed: 'The 3D view cannot be shown here. The contour map shows the same runs.',
    nowhere:
      'Nothing to draw: the loss has no finite value anywhere here. Change the formula, its parameters or the range.',
  },

  contour: {
    region: 'Contour map',
    start: 'Start point',
    hint: 'Arrow keys move it, with Shift in larger steps.',
    summary: (name: string, x: string, y: string, start: string, step: string, places: string) =>
      `${name}, x from ${x}, y from ${y}. Start at ${start}. ${step}: ${places}.`,
    range: (from: string, to: string) => `${from} to ${to}`,
    step: (n: number) => `Step ${count('en', n)}`,
    whereabouts: (name: string, place: string, loss: string) => `${name} at ${place}, loss ${loss}`,
    comma: ', ',
    semicolon: '; ',
  },

  classroom,
  own,
  presenter,
  print,
  graph,
  chart,
  compare,
  curvature,
  inspect,
  take,
  data,
  backprop,
  forms,
  fans,
  maps,
  race,
  future,
  lab,

  board: {
    region: 'Leaderboard',
    rank: 'place',
    solo: 'Click to show it alone',
    all: 'Click to show all',
    loss: 'loss',
    descending: 'descending',
    notThere: 'not settled',
    atStep: (n: number) => `step ${count('en', n)}`,
    none: 'No optimizer takes part. Switch one on in the panel.',
  },

  timeline: {
    region: 'Playback',
    restart: 'Back to the start',
    back: 'One step back',
    play: 'Play',
    pause: 'Pause',
    forward: 'One step forward',
    scrub: 'Step',
    scrubText: (n: number, of: number) => `step ${count('en', n)} of ${count('en', of)}`,
    speed: 'Speed',
    times: (x: number) => `${x}×`,
  },

  say: {
    paused: (n: number) => `Paused at step ${count('en', n)}`,
    ended: (n: number) => `The race is over after ${steps(n)}`,
  },

  panel: {
    region: 'Controls',
    surface: 'Surface',
    recorded: (kept: string) =>
      `The dotted paths are the trainings, projected: the slice keeps ${kept} of their squared distances from the chosen network. It is a shadow: in all other directions the loss may rise or fall.`,
    noParameters: 'This surface has no parameters.',
    run: 'Start and steps',
    steps: 'steps',
    noise: 'noise',
    seed: 'seed',
    noiseSection: 'Gradient noise',
    noiseNote: 'The same draw for every optimizer at the same step.',
    schedule: 'Learning-rate decay',
    muSchedule: 'Momentum schedule',
    kind: 'kind',
    warmup: 'warm-up',
    warmupOn: 'Warm-up',
    optimizers: 'Optimizers',
    linkRates: 'Link all learning rates',
    linkRatesNote: 'Moving one learning rate scales all of them by the same factor.',
    takesPart: (name: string) => `${name} takes part`,
    solo: 'solo',
    soloOf: (name: string) => `${name} solo`,
    form: 'form',
    formOf: (name: string) => `Form of ${name}`,
    rule: 'Update rule',
    more: 'More optimizers',
    addOf: (name: string) => `Add ${name}`,
    resetAll: 'Defaults',
    resetAllOf: (name: string) => `Defaults of ${name}`,
  },

  /** Names of quantities that a sentence can use; the formula's own name where there is none. */
  quantity: {
    lr: 'learning rate',
    mu: 'momentum',
    decay_rate: 'decay rate',
    rho: 'decay rate',
    weight_decay: 'weight decay',
    momentum_decay: 'rise of the momentum',
    beta1: 'decay rate of the mean',
    beta2: 'decay rate of the squares',
    eps: 'small number',
    factor: 'factor',
    every: 'every so many steps',
    rate: 'decay per step',
    floor: 'lowest learning rate',
    over: 'over so many steps',
    from: 'from',
    to: 'to',
    warmup: 'warm-up steps',
  } as Record<string, string>,

  slider: {
    value: (name: string) => `${name}, value`,
    beyond: 'beyond the slider',
    strip: (best: string) => `Final loss over the slider, yellow low, hatched where it diverges; lowest at ${best}`,
    stripNone: 'Final loss over the slider: no value ends well',
    reset: (value: string) => `Double-click, or Delete on the slider: back to ${value}`,
    nothing: (kept: string) => `Nothing was typed; ${kept} stays.`,
    notFinite: (text: string, kept: string) => `${text} is beyond ±1.8e308, where numbers end; ${kept} stays.`,
    notNumber: (text: string, kept: string) => `“${text}” is not a number such as 0.5 or 1e-8; ${kept} stays.`,
    notWhole: (text: string, kept: string) => `${text} is not a whole number; ${kept} stays.`,
    tooSmall: (text: string, least: string, kept: string) => `${text} is below ${least}, the least; ${kept} stays.`,
    tooLarge: (text: string, most: string, kept: string) => `${text} is above ${most}, the most; ${kept} stays.`,
  },

  editor: {
    editSurface: 'Edit the formula',
    surface: 'Your own surface',
    surfaceFormula: 'Formula of x and y',
    surfaceNote: 'Of x and y; every other name becomes a slider.',
    preview: 'What was typed, as mathematics',
    stillRuns: 'The formula before it still runs.',
    length: (n: string, of: string) => `${n} of ${of} characters`,
    domain: 'Domain',
    from: (axis: string) => `${axis} from`,
    to: 'to',
    until: (axis: string) => `${axis} to`,
    crossed: (axis: string, from: string, to: string) =>
      `“${axis} from” has to be less than “${axis} to”; ${from} to ${to} stays.`,
    examples: 'Examples',
    done: 'Done',
    own: 'Your own optimizer',
    startFrom: 'start from',
    form: (name: string, label: string) => `${name}, ${label}`,
    add: 'Add an optimizer',
    full: (n: number) => `There are ${n} optimizers, as many as there can be.`,
    copy: 'Edit a copy',
    copyOf: (name: string) => `Edit a copy of ${name}`,
    name: 'name',
    ruleOf: (name: string) => `Update rule of ${name}`,
    ruleNote:
      'Given are x, g, lr, mu and t; grad(…) is the gradient at another point. A name that is read before it is assigned keeps its value from step to step, from 0. Others become sliders.',
    state: (names: string) => `Kept here: ${names}.`,
    noState: 'Nothing is kept here.',
    sliders: (names: string) => `Sliders: ${names}.`,
    meant: (name: string, given: string) => `Did you mean ${given}? “${name}” is a slider of its own.`,
    notGiven: (name: string) => `“${name}” is not given to a rule: it is a slider of its own.`,
    remove: 'Remove',
    removeOf: (name: string) => `Remove ${name}`,
  },

  share: {
    title: 'Share this scene',
    link: 'Link',
    linkNote: 'Surface, start, every setting: all of it is in the link.',
    linkFile: 'It opens this file on this computer. Elsewhere, paste it into Downhill, or send the JSON file.',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'The browser did not allow it: select the text and copy it.',
    file: 'File',
    download: 'Download JSON',
    open: 'Open a JSON file',
    paste: 'Or paste JSON, or a link',
    pasteHint: '{ "surface": { "id": "himmelblau" }, … }',
    use: 'Open',
    opened: 'Opened. Undo leads back.',
    openedPartly: 'Opened, except for this:',
    dropped: 'A JSON file can also be dropped anywhere on the page.',
    notJson: (found: string) => `this is not JSON: ${found}`,
    empty: 'nothing to open: expected a scene as JSON, or a link',
    tooLarge: (size: number, limit: number) =>
      `the text has ${count('en', size)} characters, the limit is ${count('en', limit)}`,
    unreadable: 'the file cannot be read',
  },

  shortcuts: {
    title: 'Keyboard',
    enabled: 'Keyboard shortcuts are on',
    licences: 'Licences of the software in this page',
    contrast: 'High contrast',
    playPause: 'Play or pause',
    step: 'One step back or forward',
    steps: 'Ten steps back or forward',
    ends: 'First or last step',
    restart: 'Back to the start',
    undo: 'Undo, redo',
    solo: 'Show one optimizer alone',
    all: 'Show all',
    sheet: 'This sheet',
    mouse: 'On the surface',
    orbit: 'Drag: orbit. Wheel: zoom. Right drag: pan.',
    place: 'Click the surface, or drag its start mark: a new start.',
    slider: 'Double-click a slider, or press Delete on it: its default.',
    keys: { space: 'Space', shift: 'Shift', ctrl: 'Ctrl', home: 'Home', end: 'End', enter: 'Enter' },
  },

  notice: {
    title: 'Not everything could be taken',
    dismiss: 'Dismiss',
    update: 'This page has a new version',
    reload: 'Reload with this scene',
  },

  crash: {
    title: 'Something in the page broke',
    kept: 'Your scene is safe: copy it, then start again.',
    copy: 'Copy the scene',
    reload: 'Start again with this scene',
    reset: 'Start with the first scene',
  },

  close: 'Close',
};
