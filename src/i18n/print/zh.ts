/** The page on paper. */
export const print = {
  title: '打印成一页',
  print: '打印',
  settings: '设置',
  scan: '扫码打开此场景',
};
