import { count } from '../numbers.ts';

/** Lessons, and the page as it is projected. */
export const classroom = {
  present: '投影',
  presentNote: '投影模式：大字、浅色、不显示控件',
  lesson: '课程',
  place: (n: number, of: number) => `第 ${count('zh', n)} 课，共 ${count('zh', of)} 课`,
  previous: '上一课',
  next: '下一课',
  reveal: '揭晓',
  close: '关闭课程',
  pointAt: '指给学生看',
  right: '正确',
  chosen: '你的预测',
  begin: '从第一课开始',
  intro: '可直接在课堂上演示的场景，按顺序排列。',
  introKeys: '翻页笔的 Page Down 和 Page Up 键可逐课翻页。',
  asks: '含提问',
  answered: '已作答',
  forget: '清除我的回答',
  qr: '二维码',
  qrOf: '链接的二维码',
  qrTooLong: (length: number, limit: number) =>
    `链接有 ${count('zh', length)} 个字符，二维码最多容纳 ${count('zh', limit)} 个。请改为发送文件。`,
  embed: '嵌入代码',
  embedNote:
    '用于你自己的网页。加上 &hide=panel,board,… 可隐藏 header、title、starts、map、chart、board、timeline 或 panel。',
  keys: {
    lessons: '下一课或上一课',
    present: '进入投影模式',
    blank: '投影时黑屏',
    full: '投影时全屏',
    leave: '退出投影模式',
    pageDown: 'Page Down（下一页）',
    pageUp: 'Page Up（上一页）',
    escape: 'Esc（退出键）',
  },
};
