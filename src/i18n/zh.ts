import type { Dictionary } from './dictionaries.ts';
import * as backprop from './backprop/zh.ts';
import { classroom } from './classroom/zh.ts';
import { chart, compare, take } from './comparison/zh.ts';
import { forms, future } from './interventions/zh.ts';
import { graph } from './graph/zh.ts';
import { data } from './data/zh.ts';
import { fans } from './fans/zh.ts';
import { maps } from './maps/zh.ts';
import { race } from './race/zh.ts';
import { curvature, inspect } from './insight/zh.ts';
import { lab } from './network/zh.ts';
import { own } from './own/zh.ts';
import { presenter } from './presenter/zh.ts';
import { print } from './print/zh.ts';
import { count } from './numbers.ts';

/** Simplified Chinese. */
export const zh: Dictionary = {
  brand: '下山',
  brandOther: 'Downhill',
  tagline: '六个优化器在损失曲面上赛跑',
  skip: '跳到控制面板',

  header: {
    undo: '撤销',
    redo: '重做',
    language: '语言',
    toLight: '浅色主题',
    toDark: '深色主题',
    share: '分享',
    shortcuts: '键盘快捷键',
    navigation: '视图',
  },

  view: {
    loading: '正在载入…',
    failed: '无法载入此视图。其他视图仍可使用；刷新页面可重试。',
  },

  title: {
    surface: '曲面',
    formula: '曲面的公式',
    start: '起点',
    startAt: (n, x, y) => `${n}：从 (${x}, ${y}) 出发`,
    startX: '起点 x',
    startY: '起点 y',
    about: '关于这个曲面',
    source: '出处',
  },

  stage: {
    region: '曲面上的赛跑',
    side: '等高线图与损失曲线',
    loading: '正在载入三维视图…',
    failed: '此处无法显示三维视图。等高线图显示同样的轨迹。',
    nowhere: '没有可画的内容：损失在此范围内处处都不是有限的数。请修改公式、参数或范围。',
  },

  contour: {
    region: '等高线图',
    start: '起点',
    hint: '用方向键移动，按住 Shift 步幅更大。',
    summary: (name: string, x: string, y: string, start: string, step: string, places: string) =>
      `${name}，x 从 ${x}，y 从 ${y}。起点 ${start}。${step}：${places}。`,
    range: (from: string, to: string) => `${from} 到 ${to}`,
    step: (n: number) => `第 ${count('zh', n)} 步`,
    whereabouts: (name: string, place: string, loss: string) => `${name} 在 ${place}，损失 ${loss}`,
    comma: '，',
    semicolon: '；',
  },

  classroom,
  own,
  presenter,
  print,
  graph,
  chart,
  compare,
  curvature,
  inspect,
  take,
  data,
  backprop,
  forms,
  fans,
  maps,
  race,
  future,
  lab,

  board: {
    region: '排行榜',
    rank: '名次',
    solo: '点击只显示它',
    all: '点击显示全部',
    loss: '损失',
    descending: '下降中',
    notThere: '未收敛',
    atStep: (n) => `第 ${count('zh', n)} 步`,
    none: '没有优化器参加。请在面板中打开一个。',
  },

  timeline: {
    region: '播放',
    restart: '回到起点',
    back: '后退一步',
    play: '播放',
    pause: '暂停',
    forward: '前进一步',
    scrub: '步',
    scrubText: (n, of) => `第 ${count('zh', n)} 步，共 ${count('zh', of)} 步`,
    speed: '速度',
    times: (x) => `${x}×`,
  },

  say: {
    paused: (n) => `已暂停在第 ${count('zh', n)} 步`,
    ended: (n) => `比赛结束，共 ${count('zh', n)} 步`,
  },

  panel: {
    region: '控制面板',
    surface: '曲面',
    recorded: (kept: string) =>
      `点线是投影到切面上的各次训练：切面保留了它们到所选网络的距离平方的 ${kept}。切面只是一个影子，损失在其他方向上仍可能上升或下降。`,
    noParameters: '这个曲面没有参数。',
    run: '起点与步数',
    steps: '步数',
    noise: '噪声',
    seed: '种子',
    noiseSection: '梯度噪声',
    noiseNote: '同一步上，每个优化器的噪声相同。',
    schedule: '学习率衰减',
    muSchedule: '动量调度',
    kind: '方式',
    warmup: '预热',
    warmupOn: '预热',
    optimizers: '优化器',
    linkRates: '联动所有学习率',
    linkRatesNote: '移动一个学习率，其余按相同倍数变化。',
    takesPart: (name) => `${name} 参加`,
    solo: '单独',
    soloOf: (name) => `单独显示 ${name}`,
    form: '形式',
    formOf: (name) => `${name} 的形式`,
    rule: '更新规则',
    more: '更多优化器',
    addOf: (name) => `添加 ${name}`,
    resetAll: '默认值',
    resetAllOf: (name) => `${name} 的默认值`,
  },

  quantity: {
    lr: '学习率',
    mu: '动量',
    decay_rate: '衰减率',
    rho: '衰减率',
    weight_decay: '权重衰减',
    momentum_decay: '动量上升速度',
    beta1: '均值的衰减率',
    beta2: '平方的衰减率',
    eps: '小常数',
    factor: '倍数',
    every: '每隔步数',
    rate: '每步衰减',
    floor: '最低学习率',
    over: '经过步数',
    from: '从',
    to: '到',
    warmup: '预热步数',
  },

  slider: {
    value: (name) => `${name}，数值`,
    beyond: '超出滑块范围',
    strip: (best) => `滑块各处的最终损失：黄色低，斜线处发散；${best} 处最低`,
    stripNone: '滑块各处的最终损失：没有一处有好结果',
    reset: (value) => `双击，或在滑块上按 Delete：恢复为 ${value}`,
    nothing: (kept) => `没有输入内容；保留 ${kept}。`,
    notFinite: (text, kept) => `${text} 超出数字的范围 ±1.8e308；保留 ${kept}。`,
    notNumber: (text, kept) => `“${text}”不是数字，应写成 0.5 或 1e-8 这样；保留 ${kept}。`,
    notWhole: (text, kept) => `${text} 不是整数；保留 ${kept}。`,
    tooSmall: (text, least, kept) => `${text} 小于最小值 ${least}；保留 ${kept}。`,
    tooLarge: (text, most, kept) => `${text} 大于最大值 ${most}；保留 ${kept}。`,
  },

  editor: {
    editSurface: '编辑公式',
    surface: '自定义曲面',
    surfaceFormula: 'x 和 y 的公式',
    surfaceNote: 'x 和 y 的函数；其他名称自动成为滑块。',
    preview: '所输入的公式',
    stillRuns: '仍在运行之前的公式。',
    length: (n, of) => `${n} / ${of} 个字符`,
    domain: '定义域',
    from: (axis) => `${axis} 起`,
    to: '到',
    until: (axis) => `${axis} 止`,
    crossed: (axis, from, to) => `“${axis} 起”必须小于“${axis} 止”；保留 ${from} 到 ${to}。`,
    examples: '示例',
    done: '完成',
    own: '自定义优化器',
    startFrom: '以此为起点',
    form: (name, label) => `${name}（${label}）`,
    add: '添加优化器',
    full: (n) => `已有 ${n} 个优化器，达到上限。`,
    copy: '编辑副本',
    copyOf: (name) => `编辑副本：${name}`,
    name: '名称',
    ruleOf: (name) => `${name} 的更新规则`,
    ruleNote:
      '可用：x、g、lr、mu、t；grad(…) 是另一点处的梯度。先读取后赋值的名称是状态，从 0 开始逐步保留；其余名称成为滑块。',
    state: (names) => `此处的状态：${names}。`,
    noState: '此处没有状态。',
    sliders: (names) => `滑块：${names}。`,
    meant: (name, given) => `是否想写 ${given}？“${name}”现在是一个独立的滑块。`,
    notGiven: (name) => `规则得不到“${name}”：它现在是一个独立的滑块。`,
    remove: '删除',
    removeOf: (name) => `删除 ${name}`,
  },

  share: {
    title: '分享此场景',
    link: '链接',
    linkNote: '曲面、起点和所有设置都在链接里。',
    linkFile: '此链接只能在本机打开这个文件。在其他设备上，请把它粘贴到 Downhill 中，或发送 JSON 文件。',
    copy: '复制',
    copied: '已复制',
    notCopied: '浏览器不允许复制：请选中文字后自行复制。',
    file: '文件',
    download: '下载 JSON',
    open: '打开 JSON 文件',
    paste: '或粘贴 JSON 或链接',
    pasteHint: '{ "surface": { "id": "himmelblau" }, … }',
    use: '打开',
    opened: '已打开。可用“撤销”返回。',
    openedPartly: '已打开，但以下内容除外：',
    dropped: '也可以把 JSON 文件拖放到页面任意位置。',
    notJson: (found) => `这不是 JSON：${found}`,
    empty: '没有内容：应为 JSON 场景或链接',
    tooLarge: (size, limit) => `文本有 ${count('zh', size)} 个字符，上限为 ${count('zh', limit)}`,
    unreadable: '无法读取文件',
  },

  shortcuts: {
    title: '键盘',
    enabled: '启用键盘快捷键',
    licences: '本页面所含软件的许可证',
    contrast: '高对比度',
    playPause: '播放或暂停',
    step: '后退或前进一步',
    steps: '后退或前进十步',
    ends: '第一步或最后一步',
    restart: '回到起点',
    undo: '撤销、重做',
    solo: '只显示一个优化器',
    all: '显示全部',
    sheet: '本页',
    mouse: '在曲面上',
    orbit: '拖动：旋转。滚轮：缩放。右键拖动：平移。',
    place: '点击曲面，或拖动起点标记：设置新起点。',
    slider: '双击滑块，或在滑块上按 Delete：恢复默认值。',
    keys: { space: '空格', shift: 'Shift', ctrl: 'Ctrl', home: 'Home', end: 'End', enter: '回车' },
  },

  notice: {
    title: '有些内容无法采用',
    dismiss: '关闭提示',
    update: '本页面有新版本',
    reload: '重新加载，保留场景',
  },

  crash: {
    title: '页面出错了',
    kept: '您的场景没有丢失：请先复制，再重新开始。',
    copy: '复制场景',
    reload: '用此场景重新开始',
    reset: '用初始场景开始',
  },

  close: '关闭',
};
