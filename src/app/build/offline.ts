import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import type { Version } from '../offline/keeper.ts';

/** What a page needs no more once it is open: maps of its source, and a picture for those who link to it. */
const isOnlineOnly = (file: string): boolean => file.endsWith('.map') || file === 'card.png';

/** The version that files make, whose content is given by name; its name changes with any of them. */
export function versionOf(files: ReadonlyMap<string, string | Uint8Array>, hashed: string): Version {
  const kept = [...files].filter(([file]) => !isOnlineOnly(file)).sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash('sha256');
  for (const [file, content] of kept) hash.update(`${file}\0`).update(content);
  const names = kept.map(([file]) => (file === 'index.html' ? './' : file));
  return {
    name: hash.digest('hex').slice(0, 16),
    lasting: names.filter((file) => file.startsWith(hashed)),
    changing: names.filter((file) => !file.startsWith(hashed)),
  };
}

const source = fileURLToPath(new URL('../offline/worker.ts', import.meta.url));

/** The service worker's code, with what it keeps written into it, so that another version is another worker. */
async function workerCode(version: Version): Promise<string> {
  const made = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    define: { version: JSON.stringify(version) },
    build: { write: false, rolldownOptions: { input: source, output: { format: 'iife', codeSplitting: false } } },
  });
  if (!('output' in made)) throw new Error('the service worker was not bundled');
  return made.output[0].code;
}

/**
 * Adds the service worker to the build. By hand, since all that it does is to keep some thirty files: the library for it
 * weighs more than two hundred packages.
 */
export const offline = (): Plugin => {
  let folder = '';
  let assets = '';
  return {
    name: 'downhill:offline',
    apply: 'build',
    enforce: 'post',
    configResolved({ publicDir, build: { assetsDir } }) {
      folder = publicDir;
      assets = `${assetsDir}/`;
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const files = new Map<string, string | Uint8Array>();
        for (const [file, item] of Object.entries(bundle))
          files.set(file, item.type === 'chunk' ? item.code : item.source);
        for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
          if (entry.isFile()) {
            const path = join(entry.parentPath, entry.name);
            files.set(path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path));
          }
        this.emitFile({ type: 'asset', fileName: 'offline.js', source: await workerCode(versionOf(files, assets)) });
      },
    },
  };
};
