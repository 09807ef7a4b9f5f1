import { posix } from 'node:path';
import { parseSync, Visitor } from 'vite';

/** What the rules ask about one source file. */
export interface Source {
  readonly path: string;
  readonly lines: number;
  /** What it imports: paths from the project's root, or names of packages (`node:` for Node's own). */
  readonly imports: readonly string[];
  /** Imports of what is only known when they run, as they are written. */
  readonly unknown: readonly string[];
  /** What is against the rules wherever it stands, as it is written. */
  readonly banned: readonly string[];
  /** The clock and random numbers, as they are written. */
  readonly impure: readonly string[];
}

type Parsed = ReturnType<typeof parseSync>;
type Expression = Parsed['program'] extends { body: unknown } ? { type: string } & Record<string, unknown> : never;

const loaders = ['fetch', 'URL', 'Request', 'Worker', 'SharedWorker', 'EventSource', 'WebSocket', 'Image', 'open'];
const clocks = ['Math.random', 'Date.now', 'performance.now', 'crypto.getRandomValues', 'Temporal.Now'];

/** The text of a string literal, or of a template up to its first hole. */
function literal(node: unknown): string | undefined {
  const { type, value, quasis } = (node ?? {}) as Expression;
  if (type === 'Literal' && typeof value === 'string') return value;
  if (type !== 'TemplateLiteral') return undefined;
  return (quasis as { value: { cooked: string } }[])[0]?.value.cooked;
}

/** A package's name from an import of one of its files. */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** A specifier as a path from the project's root where it is relative, and as a package's name where it is not. */
export const resolve = (from: string, specifier: string): string =>
  specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier.replace(/[?#].*$/, '')) : packageOf(specifier);

/** Reads a TypeScript or JavaScript file. Throws where it does not parse. */
export function readSource(path: string, code: string): Source {
  const { program, module, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const specifiers = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  for (const { entries } of module.staticExports)
    for (const { moduleRequest } of entries) if (moduleRequest) specifiers.push(moduleRequest.value);
  const unknown: string[] = [];
  const banned: string[] = [];
  const impure: string[] = [];
  const written = (node: { start: number; end: number }): string => code.slice(node.start, node.end);

  const called = (node: { start: number; end: number; callee: unknown; arguments: readonly unknown[] }): void => {
    const callee = written(node.callee as typeof node).replace(/^(?:globalThis|window|self)\./, '');
    const target = literal(node.arguments[0]);
    if (callee === 'import.meta.glob') unknown.push(written(node));
    if (['eval', 'Function', 'importScripts'].includes(callee)) banned.push(written(node));
    if (['setTimeout', 'setInterval'].includes(callee) && target !== undefined) banned.push(written(node));
    if (loaders.includes(callee) && target !== undefined && /^(?:https?:|wss?:)?\/\//.test(target))
      banned.push(written(node));
    if (callee === 'Date' && node.arguments.length === 0) impure.push(written(node));
    if (callee === 'URL' && node.arguments[1] !== undefined) {
      if (written(node.arguments[1] as typeof node) !== 'import.meta.url') return;
      if (target === undefined) unknown.push(written(node));
      else specifiers.push(target);
    }
  };
  new Visitor({
    CallExpression: called,
    NewExpression: called,
    MemberExpression: (node) => {
      if (clocks.includes(written(node).replaceAll('?.', '.'))) impure.push(written(node));
    },
    ImportExpression: (node) => {
      const target = literal(node.source);
      if (target === undefined || node.source.type !== 'Literal') unknown.push(written(node));
      else specifiers.push(target);
    },
    JSXAttribute: (node) => {
      const name = written(node.name);
      if (name === 'src' && /https?:\/\//.test(written(node))) banned.push(written(node));
    },
  }).visit(program);

  const imports = specifiers.map((specifier) => resolve(path, specifier));
  return { path, lines: code.split('\n').length - (code.endsWith('\n') ? 1 : 0), imports, unknown, banned, impure };
}
