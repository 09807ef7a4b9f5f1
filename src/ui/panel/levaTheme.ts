/** Leva in the page's own colours and sizes, so that the one scale of the page moves it too. */
export const levaTheme = {
  colors: {
    elevation1: 'transparent',
    elevation2: 'transparent',
    elevation3: 'var(--raised)',
    accent1: 'var(--text)',
    accent2: 'var(--text)',
    accent3: 'var(--text)',
    highlight1: 'var(--quiet)',
    highlight2: 'var(--text)',
    highlight3: 'var(--text)',
  },
  space: { xs: '0', sm: '0', md: '0', rowGap: '0.125rem', colGap: '0.5rem' },
  fonts: { mono: 'var(--font)', sans: 'var(--font)' },
  fontSizes: { root: '0.8125rem', toolTip: '0.8125rem' },
  sizes: { rowHeight: '1.75rem', controlWidth: '60%', rootWidth: '100%' },
};
