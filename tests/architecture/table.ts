/** What the files of one folder may import: other folders of this table, and packages. Subfolders have rows of their own or belong to the row above. */
export interface Layer {
  readonly folders: readonly string[] | 'anything';
  readonly packages: readonly string[] | 'anything';
  /** The same input gives the same output: no clock, no unseeded random number. */
  readonly pure?: true;
}

const formula = 'src/formula';
const definitions = [formula, 'src/optimizers', 'src/schedules', 'surfaces'];
const engine = [...definitions, 'src/engine'];
const network = [...engine, 'src/network'];
const sweep = [...engine, 'src/sweep'];
const state = [...network, 'src/sweep', 'src/lessons', 'src/state'];
const view = [...state, 'src/i18n', 'src/scene/geometry'];
const react = ['react', 'react-dom', 'zustand'];

/** The folder table: the layout is the architecture. A folder that is not here may not exist. */
export const table: Readonly<Record<string, Layer>> = {
  surfaces: { folders: [formula], packages: [], pure: true },
  'src/formula': { folders: [], packages: [], pure: true },
  'src/optimizers': { folders: [formula], packages: [], pure: true },
  'src/schedules': { folders: [formula], packages: [], pure: true },
  'src/engine': { folders: definitions, packages: ['pure-rand'], pure: true },
  'src/network': { folders: engine, packages: ['pure-rand'], pure: true },
  'src/lessons': { folders: [formula], packages: [], pure: true },
  'src/sweep': { folders: engine, packages: [], pure: true },
  'src/sweep/gpu': { folders: sweep, packages: [], pure: true },
  'src/state': {
    folders: [...network, 'src/sweep', 'src/lessons'],
    packages: ['lz-string', 'valibot', 'zundo', 'zustand'],
    pure: true,
  },
  'src/i18n': { folders: [], packages: [], pure: true },
  'src/scene/geometry': { folders: state, packages: ['d3-contour'], pure: true },
  'src/scene': { folders: view, packages: [...react, '@react-three/fiber', 'three', 'mediabunny'] },
  'src/ui/graph/layout': { folders: [], packages: ['@dagrejs/dagre'], pure: true },
  'src/ui': { folders: [...view, 'src/ui/graph/layout'], packages: [...react, 'd3-contour', 'leva', 'uplot', 'uqr'] },
  'src/views': { folders: [...view, 'src/scene', 'src/ui'], packages: react },
  'src/app': { folders: 'anything', packages: 'anything' },
  'src/cli': { folders: 'anything', packages: 'anything' },
};

/** The row that a file or folder belongs to: the longest that it lies in. */
export const folderOf = (path: string, rows: Readonly<Record<string, Layer>> = table): string | undefined =>
  Object.keys(rows)
    .filter((folder) => path === folder || path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
