/** The page on paper. */
export const print = {
  title: 'One page on paper',
  print: 'Print',
  settings: 'Settings',
  scan: 'Opens this scene',
};
