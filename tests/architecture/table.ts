/** What the files of one folder may import: other folders of this table, and packages. Subfolders have rows of their own or belong to the row above. */
export interface Layer {
  readonly folders: readonly string[] | 'anything';
  readonly packages: readonly string[] | 'anything';
  /** The same input gives the same output: no clock, no unseeded random number. */
  readonly pure?: true;
  /** It asks the browser for a graphics card or a thread, and so needs the DOM library's types. */
  readonly browser?: true;
}

const engine = ['src/formula', 'src/engine'];
/** Pictures and panels show what the layers below define: a rule's marks, a surface's texts, a lesson's sights. */
const shown = ['src/engine', 'src/optimizers', 'surfaces', 'src/lessons', 'src/state'];

/** The folder table: the layout is the architecture. A folder that is not here may not exist, and what is permitted here is in use. */
export const table: Readonly<Record<string, Layer>> = {
  // `surface()` and `slider()`, of which these files consist, read the formulas.
  surfaces: { folders: ['src/formula'], packages: [], pure: true },
  'src/formula': { folders: [], packages: [], pure: true },
  'src/optimizers': { folders: ['src/formula'], packages: [], pure: true },
  'src/schedules': { folders: ['src/formula'], packages: [], pure: true },
  'src/engine': { folders: ['src/formula', 'surfaces'], packages: ['pure-rand'], pure: true },
  'src/network': { folders: [...engine, 'src/schedules'], packages: ['pure-rand'], pure: true },
  'src/sweep': { folders: engine, packages: [], pure: true },
  'src/sweep/gpu': { folders: ['src/engine', 'src/sweep'], packages: [], pure: true, browser: true },
  // Data and words, one file each as for surfaces; not in `src/views`, because links are checked against the catalog.
  'src/lessons': { folders: ['src/formula'], packages: [], pure: true },
  // The one truth is the truth about maps and networks too: their settings in the scene, and who is asked for them.
  'src/state': {
    folders: [...engine, 'src/optimizers', 'src/schedules', 'surfaces', 'src/network', 'src/sweep', 'src/lessons'],
    packages: ['lz-string', 'valibot', 'zundo', 'zustand'],
    pure: true,
  },
  'src/i18n': { folders: [], packages: [], pure: true },
  'src/scene/geometry': {
    folders: shown,
    packages: [],
    pure: true,
  },
  'src/scene': {
    folders: ['src/formula', 'src/engine', 'src/lessons', 'src/state', 'src/scene/geometry'],
    packages: ['react', 'zustand', '@react-three/fiber', 'three', 'mediabunny'],
  },
  'src/ui/graph/layout': { folders: [], packages: ['@dagrejs/dagre'], pure: true, browser: true },
  'src/ui': {
    folders: [
      ...shown,
      'src/formula',
      'src/schedules',
      'src/network',
      'src/sweep',
      'src/i18n',
      'src/scene/geometry',
      'src/ui/graph/layout',
    ],
    packages: ['react', 'react-dom', 'zustand', 'd3-contour', 'leva', 'uplot', 'uqr'],
  },
  'src/views': {
    folders: ['src/lessons', 'src/state', 'src/scene/geometry', 'src/scene', 'src/ui'],
    packages: ['react', 'zustand'],
  },
  'src/app': { folders: 'anything', packages: 'anything' },
  'src/cli': { folders: 'anything', packages: 'anything' },
};

/** The row that a file or folder belongs to: the longest that it lies in. */
export const folderOf = (path: string, rows: Readonly<Record<string, Layer>> = table): string | undefined =>
  Object.keys(rows)
    .filter((folder) => path === folder || path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
