import { dictionaries } from '../i18n/dictionaries.ts';
import { appearance, system } from '../state/appearance.ts';

const grounds = { dark: '#0b0e17', light: '#ffffff' };
const tags = { en: 'en', zh: 'zh-CN' };

/** Keeps the document's language, title and theme in step with how the page is to look. */
export function followAppearance({ documentElement, head }: Document): void {
  const show = (): void => {
    const { language, theme, hasContrast } = appearance.getState();
    const { brand, brandOther, tagline } = dictionaries[language];
    documentElement.lang = tags[language];
    documentElement.dataset['theme'] = theme;
    documentElement.toggleAttribute('data-contrast', hasContrast);
    document.title = `${brand} ${brandOther} · ${tagline}`;
    head.querySelector('meta[name="theme-color"]')?.setAttribute('content', grounds[theme]);
  };
  show();
  appearance.subscribe(show);
}

/** Keeps in step with what the system asks for. */
export function followSystem(view: Pick<Window, 'matchMedia'>): void {
  const asks = {
    contrast: view.matchMedia('(prefers-contrast: more)'),
    forced: view.matchMedia('(forced-colors: active)'),
    light: view.matchMedia('(prefers-color-scheme: light)'),
  };
  const ask = (): void =>
    system.setState({
      wantsContrast: asks.contrast.matches,
      forced: asks.forced.matches ? (asks.light.matches ? 'light' : 'dark') : undefined,
    });
  ask();
  for (const query of Object.values(asks)) query.addEventListener('change', ask);
}

/**
 * Has all pictures drawn anew, as with other colours, where the browser has lost what was painted on one of them: it does
 * when its graphics process ends, and hands the canvas back empty.
 */
export function followLoss(target: Pick<Window, 'addEventListener'>): void {
  const drawAgain = (): void => appearance.setState((now) => ({ ...now }));
  // It does not bubble.
  target.addEventListener('contextrestored', drawAgain, { capture: true });
}
