/**
 * Runs a TypeScript program of this project: `node src/cli/run.mjs src/cli/simulate.ts scene.json`.
 *
 * The oldest Node that is supported cannot run TypeScript by itself. The program is bundled in memory, which is faster
 * than transforming it file by file, leaves nothing on the disk, and keeps standard output to the program alone.
 */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const [program = '', ...args] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
const entry = join(root, program);

const bundle = await build({
  configFile: false,
  logLevel: 'silent',
  root,
  ssr: { noExternal: true },
  build: {
    ssr: entry,
    write: false,
    sourcemap: 'inline',
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
if (!('output' in bundle)) throw new Error(`${entry} was not bundled`);

process.argv = [process.execPath, entry, ...args];
process.setSourceMapsEnabled(true);
// A package that asks for Node's own modules asks from here: from a data: address nothing can be required.
const code = bundle.output[0].code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(entry).href));
await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
