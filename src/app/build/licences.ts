import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** A package that the page is made of. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** Its licence's SPDX identifier. */
  readonly licence: string;
  /** Where its source is. */
  readonly source: string;
  /** What it asks to be passed on with it. */
  readonly text: string;
}

/** The file of licences, beside the page. */
export const licencesFile = 'licences.txt';

/** The folder of the package that a module belongs to; undefined where it is the project's own. */
export const packageOf = (module: string): string | undefined =>
  /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/'))?.[1];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly repository?: string | { readonly url: string };
  readonly homepage?: string;
}

/**
 * Whose the packages are that come without the text that their licence asks to be passed on, from their repositories. All
 * are under the MIT licence, as Downhill is.
 */
const holders: Readonly<Record<string, string>> = {
  '@react-three/fiber': '2019-2025 Poimandres',
  '@stitches/react': '2020 WorkOS',
};

/** The folder of the project, whose own licence is there. */
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What lies in a folder to be passed on, as text; empty where there is nothing. */
const textIn = (folder: string): string =>
  readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|notice|copying)\b/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    .join('\n\n');

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** An address that a browser can open: npm takes GitHub's owner/name for one, and the protocol of Git. */
const sourceOf = ({ name, repository, homepage }: Manifest): string => {
  const url = typeof repository === 'string' ? repository : repository?.url;
  const address = url
    ?.replace(/^git\+|\.git$/g, '')
    .replace(/^git:/, 'https:')
    .replace(/^(?:github:)?([\w.-]+\/[\w.-]+)$/, 'https://github.com/$1');
  return address ?? homepage ?? `https://www.npmjs.com/package/${name}`;
};

/** What a package says about its licence. Throws where it names none, or its text is nowhere. */
export function licensed(folder: string): Licensed {
  const manifest = manifestIn(folder);
  const { name, version, license: licence } = manifest;
  if (typeof licence !== 'string' || !/^[\w.+() -]+$/.test(licence) || licence === 'UNLICENSED')
    throw new Error(`${name} ${version} is part of the page and names no licence`);
  const holder = licence === 'MIT' ? holders[name] : undefined;
  const known = holder === undefined ? '' : textIn(root).replace(/(?<=Copyright \(c\) ).*/, holder);
  const text = textIn(folder) || known;
  if (text === '') throw new Error(`${name} ${version} is part of the page and comes without its licence's text`);
  return { name, version, licence, source: sourceOf(manifest), text };
}

/** What is to be passed on with the digits, which their file says. */
function ofDigits(): string {
  const file = join(root, 'src/network/data/digits.json');
  const { name, authors, publisher, source, licence, changes } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>; // prettier-ignore
  return [name, `Licence: ${licence}`, `Source: ${source}`, '', `${authors}, ${publisher}`, changes].join('\n');
}

/** Downhill's own licence, that of its data, and packages with theirs, each once, as text for people. */
export function licenceText(packages: readonly Licensed[]): string {
  const sections = packages.map(({ name, version, licence, source, text }) =>
    [`${name} ${version}`, `Licence: ${licence}`, `Source: ${source}`, '', text].join('\n'),
  );
  const { version, license } = manifestIn(root);
  const own = [`Downhill ${version}`, `Licence: ${license}`, '', textIn(root)].join('\n');
  const first = 'The page is Downhill. It contains data and packages of others, each under its own licence.';
  return `${[...new Set([first, own, ofDigits(), ...sections])].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** Notes the packages of every module of a build: the page's, and those of its workers, which are builds of their own. */
export const packagesIn = (found: Set<string>): Plugin => ({
  name: 'downhill:packages',
  apply: 'build',
  generateBundle(_, bundle) {
    for (const item of Object.values(bundle))
      for (const module of item.type === 'chunk' ? item.moduleIds : []) {
        const folder = packageOf(module);
        if (folder !== undefined) found.add(folder);
      }
  },
});

/** Adds the licences of all that was found to the build, which fails where a package names none. */
export const licences = (found: ReadonlySet<string>): Plugin => ({
  name: 'downhill:licences',
  apply: 'build',
  generateBundle() {
    const packages = [...found].map(licensed).sort((a, b) => a.name.localeCompare(b.name, 'en'));
    this.emitFile({ type: 'asset', fileName: licencesFile, source: licenceText(packages) });
  },
});
