import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { licencesFile } from './licences.ts';
import { singlePolicy } from './policy.ts';

/** Makes of each worker that a module starts one whose code lies in the module; undefined where it starts none. */
export function withWorkersInside(code: string): string | undefined {
  const imports: string[] = [];
  const changed = code.replaceAll(/new Worker\(\s*new URL\(('[^']+'), import\.meta\.url\),\s*/g, (_, file: string) => {
    const name = `WorkerInside${imports.length}`;
    imports.push(`import ${name} from ${file.slice(0, -1)}?worker&inline';`);
    return `new ${name}(`;
  });
  return imports.length === 0 ? undefined : `${imports.join('\n')}\n${changed}`;
}

/** Code that may stand in a page: in its strings HTML would see the script's end, or a comment that hides it. */
export const inScript = (code: string): string => code.replaceAll(/<(?=\/script|!--)/gi, '\\x3C');

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Text that may stand in a comment of HTML, which two hyphens could end. */
const inComment = (text: string): string => text.replaceAll(/-{2,}/g, (line) => '='.repeat(line.length));

/** The page with its script, its style, its icon and its licences inside, and a policy that lets it load nothing else. */
export function wholePage(html: string, code: string, style: string, icon: string, licences: string): string {
  const script = inScript(code);
  const policy = `<meta http-equiv="Content-Security-Policy" content="${singlePolicy(hashOf(script), hashOf(style))}" />`;
  // Functions, since code may hold what means something in a replacement.
  return html
    .replace(/\s*<link rel="(?:manifest|apple-touch-icon|stylesheet)"[^>]*>/g, '')
    .replace(/\s*<script type="module"[^>]*><\/script>/, '')
    .replace(/(<link rel="icon"[^>]*href=")[^"]*/, (_, before: string) => before + icon)
    .replace('<head>', () => `<head>\n    ${policy}`)
    .replace('</html>', () => `<!--\n${inComment(licences)}-->\n</html>`)
    .replace('</head>', () => `  <style>${style}</style>\n    <script type="module">${script}</script>\n  </head>`);
}

/** Builds the page into one file, `dist/downhill.html`, that opens without a server. */
export const single = (): Plugin => {
  let icon = '';
  return {
    name: 'downhill:single',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      build: {
        // It lies beside the page that needs a server.
        emptyOutDir: false,
        copyPublicDir: false,
        sourcemap: false,
        cssCodeSplit: false,
        modulePreload: false,
        rolldownOptions: { output: { codeSplitting: false } },
      },
    }),
    configResolved({ publicDir }) {
      const drawing = readFileSync(join(publicDir, 'favicon.svg'));
      icon = `data:image/svg+xml;base64,${drawing.toString('base64')}`;
    },
    transform(code, id) {
      const changed = /\/src\/.*\.tsx?$/.test(id) ? withWorkersInside(code) : undefined;
      return changed === undefined ? undefined : { code: changed, map: null };
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const items = Object.values(bundle);
        const scripts = items.flatMap((item) => (item.type === 'chunk' ? [item.code] : []));
        const named = (end: string): string[] =>
          items.flatMap((item) =>
            item.type === 'asset' && item.fileName.endsWith(end) ? [Buffer.from(item.source).toString()] : [],
          );
        const [[code, ...others], [style], [html], [text]] = [
          scripts,
          named('.css'),
          named('.html'),
          named(licencesFile),
        ];
        const areAll = code !== undefined && style !== undefined && html !== undefined && text !== undefined;
        if (!areAll || others.length > 0 || items.length !== 4)
          this.error(`expected a page, a script, a style and licences, found ${Object.keys(bundle).join(', ')}`);
        for (const file of Object.keys(bundle)) delete bundle[file];
        this.emitFile({ type: 'asset', fileName: 'downhill.html', source: wholePage(html, code, style, icon, text) });
      },
    },
  };
};
