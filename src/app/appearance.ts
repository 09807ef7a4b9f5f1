import { dictionaries } from '../i18n/dictionaries.ts';
import { preferences } from '../state/preferences.ts';

const grounds = { dark: '#0b0e17', light: '#ffffff' };
const tags = { en: 'en', zh: 'zh-CN' };

/** Keeps the document's language, title and theme as the reader prefers them. */
export function followPreferences({ documentElement, head }: Document): void {
  const show = (): void => {
    const { language, theme } = preferences.getState();
    const { brand, brandOther, tagline } = dictionaries[language];
    documentElement.lang = tags[language];
    documentElement.dataset['theme'] = theme;
    document.title = `${brand} ${brandOther} · ${tagline}`;
    head.querySelector('meta[name="theme-color"]')?.setAttribute('content', grounds[theme]);
  };
  show();
  preferences.subscribe(show);
}
