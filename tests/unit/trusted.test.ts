import { expect, test } from 'vitest';
import { contentSecurityPolicy, singlePolicy } from '../../src/app/build/policy.ts';
import { trustOwn } from '../../src/app/trusted.ts';
import { surfaces } from '../../surfaces/catalog.ts';
import { mathmlOf } from '../../src/formula/emit/mathml.ts';
import { rules } from '../../src/optimizers/catalog.ts';

/** The rules that a page at an address gives the browser. */
const rulesAt = (baseURI: string) => {
  const given: Record<string, unknown> = {};
  const createPolicy = (name: string, rules: object): void => void Object.assign(given, { name, ...rules });
  trustOwn({ origin: new URL(baseURI).origin, document: { baseURI }, trustedTypes: { createPolicy } });
  return given as { name: string; createScriptURL(address: string): string; createHTML(text: string): string };
};

test('workers start from files of the page, and from nowhere else', () => {
  const { name, createScriptURL } = rulesAt('https://example.org/a/');
  expect(name).toBe('default');
  for (const own of ['./offline.js', 'https://example.org/a/w.js', 'blob:https://example.org/1-2'])
    expect(createScriptURL(own)).toBe(own);
  for (const other of ['https://example.com/w.js', '//example.com/w.js', 'data:text/javascript,1', 'javascript:1'])
    expect(() => createScriptURL(other)).toThrow('is not of this page');
});

test('from a file workers start from what the page has made, and from no address', () => {
  const { createScriptURL } = rulesAt('file:///tmp/downhill.html');
  expect(createScriptURL('blob:null/1-2')).toBe('blob:null/1-2');
  for (const other of [
    ...['data:text/javascript,1', 'javascript:1', 'about:blank', './other.js', 'file:///tmp/other.js'],
    ...['https://example.org/w.js', 'blob:https://example.org/1-2'],
  ])
    expect(() => createScriptURL(other), other).toThrow('is not of this page');
});

test('the mathematics of every formula is HTML, and nothing else is', () => {
  const { createHTML } = rulesAt('https://example.org/');
  const formulas = [...surfaces, ...rules].map(({ formula }) => formula);
  expect(formulas.length).toBeGreaterThan(20);
  for (const formula of [...formulas, 'a = -abs(y)/floor(max(x, 2))']) {
    const mathml = mathmlOf(formula);
    expect(mathml).toContain('<math>');
    expect(createHTML(mathml)).toBe(mathml);
  }
  for (const other of [
    '<script></script>',
    '<img src=x onerror=alert(1)>',
    '<math><mi href="javascript:alert(1)">x</mi></math>',
    '<math><mi onclick="a()">x</mi></math>',
    '<mi class="a" style="b">x</mi>',
    '<math><mtext><style>a</style></mtext></math>',
    '<marquee onstart=a()>',
    '<math',
    '<!--x-->',
  ])
    expect(() => createHTML(other), other).toThrow('is not of this page');
});

test('a browser without Trusted Types goes without', () => {
  expect(() => trustOwn({ origin: 'null', document: { baseURI: 'file:///' } })).not.toThrow();
});

test('no policy lets text become code, HTML or style', () => {
  for (const policy of [contentSecurityPolicy, singlePolicy('sha256-a', 'sha256-b')]) {
    expect(policy).not.toMatch(/'unsafe-|https?:|\*/);
    for (const part of ["default-src 'none'", "require-trusted-types-for 'script'", 'trusted-types default'])
      expect(policy.split('; ')).toContain(part);
  }
});
