/** The languages that the page speaks. */
export type Language = 'en' | 'zh';

/** A text that people read, in both languages; it lives with the item that it describes. */
export type Text = { readonly [language in Language]: string };
