import type { Language } from '../../formula/text.ts';

/**
 * The text of a file in UTF-8, in the UTF-16 that spreadsheets call Unicode text, or in what they call CSV where the reader
 * lives: of a file from elsewhere its words may be misread.
 */
export async function textOf(file: Blob, language: Language): Promise<string> {
  const bytes = await file.arrayBuffer();
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(language === 'zh' ? 'gb18030' : 'windows-1252').decode(bytes);
  }
}
