import type { Language } from '../../formula/text.ts';

/**
 * The text of a file in an encoding, with a question mark for each letter that is spoilt: where there are few beside those
 * that are whole, and any that are. Letters of plain ASCII tell nothing.
 */
function nearly(encoding: 'utf-8' | 'gb18030', bytes: ArrayBuffer, spared: number): string | undefined {
  const text = new TextDecoder(encoding).decode(bytes);
  let [whole, spoilt] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) spoilt += 1;
    else if (code > 0x7f) whole += 1;
  }
  return whole > 0 && spoilt <= spared + whole / 100 ? text.replaceAll('\ufffd', '?') : undefined;
}

/**
 * The text of a file in UTF-8, in the UTF-16 that spreadsheets call Unicode text, or in what they call CSV: in Chinese for
 * those who read Chinese where it can be that, in Western European else. The words of a file from elsewhere may be misread,
 * and for those who read Chinese also some from Europe that are Chinese letters as well.
 */
export async function textOf(file: Blob, language: Language): Promise<string> {
  const bytes = await file.arrayBuffer();
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Other text hardly ever looks like UTF-8; an accented letter with the one behind it often looks like GB 18030.
    const chinese = (): string | undefined => (language === 'zh' ? nearly('gb18030', bytes, 0) : undefined);
    return nearly('utf-8', bytes, 1) ?? chinese() ?? new TextDecoder('windows-1252').decode(bytes);
  }
}
