import type { Plugin } from 'vite';

/** Leva keeps an empty style element whose rules it adds through the CSSOM: this is the hash of the empty string. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** What a page may load and run: WebAssembly, and of scripts and styles what is named, but no text as code. */
const policyOf = (scripts: string, styles: string, further: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src ${scripts} 'wasm-unsafe-eval'`,
    `style-src ${styles} ${emptyStyle}`,
    ...further,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');

/** The built page: its own files. */
export const contentSecurityPolicy = policyOf("'self'", "'self'", [
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
]);

/** The page in one file: the script and the style in it, by their hashes, and no request at all. */
export const singlePolicy = (script: string, style: string): string =>
  policyOf(`'${script}'`, `'${style}'`, ['img-src data: blob:', 'worker-src blob:']);

/** Puts the policy first in the head of the built page; the development server needs inline scripts and goes without. */
export const policy = (): Plugin => ({
  name: 'downhill:policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
});
