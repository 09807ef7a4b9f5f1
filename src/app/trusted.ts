/** What becomes of text where it would be a script's address, or HTML. */
interface Rules {
  createScriptURL(address: string): string;
  createHTML(text: string): string;
}

/** What Trusted Types need of the browser; there are those that do not have them. */
interface Host {
  readonly origin: string;
  readonly document: { readonly baseURI: string };
  readonly trustedTypes?: { createPolicy(name: string, rules: Rules): unknown };
}

const attribute = / (?:class|displaystyle|fence|form|separator|stretchy|width)="[\w.]*"/.source;
/** What the printer of MathML writes. */
const element = new RegExp(`</?m(?:ath|frac|[ino]|row|space|sqrt|su[bp]|subsup|table|td|tr)(?:${attribute})*>`, 'g');
const isMathematics = (text: string): boolean => !/[<>]/.test(text.replaceAll(element, ''));

const refused = (what: string): never => {
  throw new TypeError(`${what.slice(0, 80)} is not of this page`);
};

/**
 * Lets the page start workers from its own files, and show MathML. Its Content-Security-Policy requires Trusted Types, so
 * that nothing else that comes as text becomes HTML, a script or a script's address.
 */
export function trustOwn({ origin, document, trustedTypes }: Host): void {
  // The origin of a page in a file is the word null, as is that of any data: and javascript: there are blobs alone.
  const schemes = origin === 'null' ? ['blob:'] : ['blob:', 'http:', 'https:'];
  const isOwn = (address: string): boolean => {
    const url = new URL(address, document.baseURI);
    return url.origin === origin && schemes.includes(url.protocol);
  };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => (isOwn(address) ? address : refused(address)),
    createHTML: (text) => (isMathematics(text) ? text : refused(text)),
  });
}
