import { count } from '../numbers.ts';

/** Lessons of a teacher's own. */
export const own = {
  title: '你自己的课程',
  note: '在任意视图中摆好场景后录制：曲面、各项设置、视图和相机都会保存。课程留在本设备上，翻页方式与其他课程相同。',
  recordOf: (view: string) => `录制“${view}”中的场景`,
  record: '录制当前场景',
  recordNote: '追加为你的最后一课；文字在“课程”中填写。',
  recorded: (title: string) => `已录制：${title}`,
  full: (limit: number) => `最多保存 ${count('zh', limit)} 课，请先删除一课。`,
  lost: '本设备无法保存这些课程：存储空间已满、不可用，或已存有较新版本的课程。请保存为文件。',
  words: (title: string) => `${title}的文字`,
  name: '标题',
  caption: '说明：用一两句话讲清楚',
  point: '指给学生看的内容，显示在演讲者窗口',
  ask: '讲解前的提问（可选）',
  choices: '选项，每行一个',
  answer: '正确选项',
  few: '一个问题需要 2 到 6 个选项。',
  earlier: (title: string) => `${title}：前移`,
  later: (title: string) => `${title}：后移`,
  remove: (title: string) => `删除 ${title}`,
  removed: (title: string) => `已删除：${title}`,
  putBack: '恢复',
  save: '保存为文件',
  open: '打开文件',
  openNote: '别人的课程排在你的课程之后。也可以把文件拖到页面上，或粘贴链接。',
  copyLink: '复制为链接',
  tooLong: (length: number, limit: number) =>
    `链接将有 ${count('zh', length)} 个字符，最多只能读取 ${count('zh', limit)} 个。请改为发送文件。`,
};
