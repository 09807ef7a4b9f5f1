/** Makes a text safe inside a quoted attribute of HTML. */
const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The HTML that shows a link's scene inside another page, without the header. */
export function embedCode(link: string): string {
  const url = new URL(link);
  url.searchParams.set('embed', '1');
  return `<iframe src="${attribute(url.href)}" title="Downhill" width="960" height="600" allow="fullscreen"></iframe>`;
}
