/** What `?hide=` can take off the page, in the order in which it stands on it. */
const hideable = ['header', 'title', 'starts', 'map', 'chart', 'board', 'timeline', 'panel'] as const;

export type Hidden = (typeof hideable)[number];

export const isEmbedded = (search: string): boolean => new URLSearchParams(search).get('embed') === '1';

/** What an address asks to hide: `?embed=1` the header, `?hide=panel,board` what it names; other names mean nothing. */
export function hiddenIn(search: string): Hidden[] {
  const query = new URLSearchParams(search);
  const named = (query.get('hide') ?? '').split(',');
  if (isEmbedded(search)) named.push('header');
  return hideable.filter((part) => named.includes(part));
}
