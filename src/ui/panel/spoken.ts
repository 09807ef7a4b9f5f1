/** What a slider is called aloud: whose it is, what it is in words where it has any, and its name in the formula. */
export const spoken = (whose: string, name: string, words?: string): string =>
  `${whose}, ${words === undefined ? name : `${words} ${name}`}`;
