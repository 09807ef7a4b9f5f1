/** The leaves of a formula in MathML Core: names, numbers, operators. */

const greek: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    delta: 'δ',
    eps: 'ε',
    epsilon: 'ε',
    eta: 'η',
    theta: 'θ',
    kappa: 'κ',
    lambda: 'λ',
    mu: 'μ',
    nu: 'ν',
    xi: 'ξ',
    pi: 'π',
    rho: 'ρ',
    sigma: 'σ',
    tau: 'τ',
    phi: 'φ',
    psi: 'ψ',
    omega: 'ω',
  }),
);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in MathML and HTML. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** An identifier; browsers set one letter in italics and longer words upright. */
export const identifier = (text: string): string => `<mi>${escape(text)}</mi>`;
export const operator = (text: string): string => `<mo>${escape(text)}</mo>`;
export const row = (...parts: string[]): string => `<mrow>${parts.join('')}</mrow>`;

/**
 * A pair of delimiters. They grow with fractions only: where the font has few sizes of them, an index or a letter with
 * a descender would already get a pair of twice the height. An exponent sits on the closing one: upon the whole row it
 * would be raised over the exponents inside.
 */
export const fenced = (inner: string, open = '(', close = ')', exponent = ''): string => {
  const stretchy = inner.includes('<mfrac>');
  const closing = `<mo form="postfix" fence="true" stretchy="${stretchy}">${close}</mo>`;
  return row(
    `<mo form="prefix" fence="true" stretchy="${stretchy}">${open}</mo>`,
    inner,
    exponent === '' ? closing : `<msup>${closing}${exponent}</msup>`,
  );
};

/** A name's letter or word, and its index where it has one: β and 1 for `beta1`, x and 0 for `x_0`. */
export interface Name {
  readonly base: string;
  readonly index?: string;
  /** Whether it is set as a word of several letters, which must not touch its neighbours. */
  readonly word: boolean;
}

/** A name's letter or word, with the Greek letter for its name, and the index of a letter: β and 1 for `beta1`. */
export function nameOf(name: string): { readonly stem: string; readonly index?: string } {
  const letter = greek.get(name) ?? name;
  if ([...letter].length === 1) return { stem: letter };
  const [, stem = '', index = ''] =
    /^([A-Za-z]+?)_?(\d+)$/.exec(name) ?? /^([A-Za-z])_([A-Za-z0-9]+)$/.exec(name) ?? [];
  const base = greek.get(stem) ?? stem;
  return [...base].length === 1 ? { stem: base, index } : { stem: name };
}

export function nameParts(name: string): Name {
  const { stem, index } = nameOf(name);
  const base = identifier(stem);
  const word = [...stem].length > 1;
  if (index === undefined) return { base, word };
  return { base, index: /^\d+$/.test(index) ? `<mn>${index}</mn>` : identifier(index), word };
}

/** As JavaScript writes it, but with an exponent where there would be more than five zeros at its end. */
const plainly = (value: number): string => {
  const text = String(value);
  return text.endsWith('000000') ? value.toExponential() : text;
};

/** A number; with a power of ten where it would be written with an exponent, ∞ and `?` where it is not finite. */
export function numberParts(value: number): { xml: string; product: boolean; power: boolean } {
  if (value === Infinity) return { xml: identifier('∞'), product: false, power: false };
  if (Number.isNaN(value)) return { xml: identifier('?'), product: false, power: false };
  const [digits = '', exponent] = plainly(value).split('e');
  if (exponent === undefined) return { xml: `<mn>${digits}</mn>`, product: false, power: false };
  const size = exponent.replace(/^[+-]/, '');
  const signed = exponent.startsWith('-') ? row(operator('−'), `<mn>${size}</mn>`) : `<mn>${size}</mn>`;
  const power = `<msup><mn>10</mn>${signed}</msup>`;
  if (digits === '1') return { xml: power, product: false, power: true };
  return { xml: row(`<mn>${digits}</mn>`, operator('×'), power), product: true, power: false };
}
