import type { HtmlTagDescriptor, Plugin } from 'vite';

/** The picture that others show where they link to the page: `npm run pictures card` makes it. */
const picture = { file: 'card.png', width: 1200, height: 630 };

const textOf = (html: string, pattern: RegExp): string => {
  const [, text] = pattern.exec(html) ?? [];
  if (text === undefined) throw new Error(`the page has nothing like ${pattern.source}`);
  return text;
};

/**
 * What a page that links to this one shows of it (Open Graph, https://ogp.me): title and description as the page has them,
 * and the picture. Many readers of it resolve no relative address, so that the picture has a whole one where the page
 * knows its own.
 */
export function cardOf(html: string, site: string | undefined): [property: string, content: string][] {
  const title = textOf(html, /<title>([^<]+)<\/title>/);
  const description = textOf(html, /<meta\s+name="description"\s+content="([^"]+)"/);
  const at = site === undefined ? undefined : new URL(site.endsWith('/') ? site : `${site}/`);
  return [
    ['og:type', 'website'],
    ['og:site_name', 'Downhill 下山'],
    ['og:title', title],
    ['og:description', description],
    ...(at === undefined ? [] : [['og:url', at.href] as [string, string]]),
    ['og:image', at === undefined ? `./${picture.file}` : new URL(picture.file, at).href],
    ['og:image:width', String(picture.width)],
    ['og:image:height', String(picture.height)],
    ['og:image:alt', title],
    ['twitter:card', 'summary_large_image'],
  ];
}

/** Puts the card into the head of the built page. `site` is the address at which it will be, where that is known. */
export const card = (site: string | undefined): Plugin => ({
  name: 'downhill:card',
  apply: 'build',
  transformIndexHtml: (html): HtmlTagDescriptor[] =>
    cardOf(html, site).map(([property, content]) => ({
      tag: 'meta',
      attrs: { [property.startsWith('twitter:') ? 'name' : 'property']: property, content },
      injectTo: 'head',
    })),
});
