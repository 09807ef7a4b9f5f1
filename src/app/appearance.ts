import { dictionaries } from '../i18n/dictionaries.ts';
import { appearance } from '../state/appearance.ts';

const grounds = { dark: '#0b0e17', light: '#ffffff' };
const tags = { en: 'en', zh: 'zh-CN' };

/** Keeps the document's language, title and theme in step with how the page is to look. */
export function followAppearance({ documentElement, head }: Document): void {
  const show = (): void => {
    const { language, theme } = appearance.getState();
    const { brand, brandOther, tagline } = dictionaries[language];
    documentElement.lang = tags[language];
    documentElement.dataset['theme'] = theme;
    document.title = `${brand} ${brandOther} · ${tagline}`;
    head.querySelector('meta[name="theme-color"]')?.setAttribute('content', grounds[theme]);
  };
  show();
  appearance.subscribe(show);
}
