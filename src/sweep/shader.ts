import { parameterInput } from '../engine/field.ts';
import { stepLoop } from '../engine/compile.ts';
import { divergedBeyond } from '../engine/status.ts';
import { build } from '../formula/build.ts';
import { glsl, glslFunctions } from '../formula/emit/glsl.ts';
import { Graph, type Node } from '../formula/graph.ts';
import { parse } from '../formula/parse.ts';
import { hyperInput } from '../engine/powers.ts';
import { dependents } from './dependents.ts';
import { eachRow } from './rows.ts';
import { minimaGiven, mostUnrolled, settling } from './settling.ts';
import { minimaNodes, isParameter, type SweepPlan } from './plan.ts';
import { neverNegative } from './signs.ts';

/** What a map's shader is made of, and what it has to be given. */
export interface MapShader {
  readonly fragment: string;
  /** Numbers that a pixel keeps between passes, besides its four of the record. */
  readonly kept: readonly string[];
  /** Uniforms named after the kernel's args and values, by the name that the plan's settings have for them. */
  readonly uniforms: ReadonlyMap<string, string>;
  /** Input columns that are read from a texture, in the order of its numbers. */
  readonly columns: readonly string[];
  /** Powers that are the same for every pixel, by the name of their input column. */
  readonly powers: ReadonlyMap<string, Node>;
  /** How many minima it is given; 0 where it computes them, or where none are known. */
  readonly minima: number;
}

/** Minima that a shader is given: as many fit into the uniforms of every device. */
export const mostMinima = 150;

const identifier = (name: string): string => `v_${name.replaceAll('.', '_')}`;

/** Texels in a row of the texture of columns. */
export const columnsAcross = 1024;

/** What `kept` is packed into: vectors of four. */
export const vectorsOf = (kept: readonly string[]): number => Math.ceil(kept.length / 4);

const lines = (...of: (string | readonly string[])[]): string => of.flat().filter(Boolean).join('\n');

/** What a hyperparameter is during all runs of a plan, or a power of one. */
function rangeIn({ settings: { rule }, axes }: SweepPlan, powers: ReadonlyMap<string, Node>, input: string) {
  const base = powers.get(input);
  const name = rule.hyper.find((each) => hyperInput(each) === (base === undefined ? input : base.name));
  if (name === undefined) return undefined;
  const axis = axes.find((each) => each.name === name);
  const values = axis === undefined ? [Number(rule.values[name])] : [axis.from, axis.to];
  if (values.every((value) => value >= 0 && value <= 1)) return 'unit';
  return values.every((value) => value >= 0) ? 'positive' : undefined;
}

/** The loss and its gradient as a function of the point and of the loss's parameters. */
const fieldFunction = (outputs: Readonly<Record<'loss' | 'gx' | 'gy', Node>>, params: readonly string[]): string => {
  const { body } = glsl(outputs, (name) => (name === 'x' || name === 'y' ? name : identifier(name)));
  const given = ['x', 'y', ...params.map(identifier)].map((name) => `float ${name}`);
  return `vec3 field(${given.join(', ')}) {\n${body}\nreturn vec3(loss, gx, gy);\n}`;
};

/** A schedule as an expression of `s`, the steps taken, and of the values that a uniform or an axis gives. */
const scheduled = (name: 'lr' | 'mu', { formula, values }: { formula: string; values: object }): string => {
  const graph = new Graph();
  const group = name === 'lr' ? 'schedule' : 'muSchedule';
  const inputs = new Map([
    ['s', graph.input('s')],
    [name, graph.input(name)],
    ...Object.keys(values).map((key) => [key, graph.input(`${group}.${key}`)] as const),
  ]);
  const { result } = build(graph, parse(formula), inputs);
  return glsl({ [`i_${name}`]: result }, (input) => (input === 's' ? 's' : identifier(input))).body;
};

/**
 * A fragment shader in which each pixel takes `count` rows of its run, from row `from`, and goes on from textures that the
 * pass before has written: loss, rule and schedules from the same graphs as the kernel, in float32. A row is judged before
 * the step from it is made, so a run of so many steps takes one row more.
 *
 * Software rasterizers keep what goes around the loop in memory and make branches of `? :`, `&&` and `||`: in the loop, as
 * few numbers as possible are carried, each changed by one `mix`.
 *
 * The record, the first target, holds per pixel: the row since which the run stays near one minimum + 32768 · that
 * minimum's index, −1 where it does not; the row since which it is far off, −1 where it is not, or once a number is not
 * finite 1000000 + 2 · that row, + 1 where the run was far off; how often the loss rose in the last quarter; the loss.
 */
export function mapShader(plan: SweepPlan): MapShader {
  const { settings, axes, minima } = plan;
  const { loss, rule, interventions } = settings;
  if (interventions !== undefined) throw new RangeError('what is changed on the way has no shader');
  if (axes.some(({ rows }) => rows !== undefined)) throw new RangeError('a list of settings has no shader');
  const step = stepLoop(loss, rule, settings.noise > 0);
  const varied = axes.map(({ name }) => dependents(step, name).inputs);
  const names = new Set(axes.map(({ name }) => name));

  const variesIn = (input: string): boolean => varied.some((inputs) => inputs.includes(input));
  const powers = [...step.powers].filter(([name]) => step.loop.inputs.includes(name));
  const own = powers.filter(([name]) => variesIn(name));
  const same = powers.filter(([name]) => !variesIn(name));
  const carried = step.loop.outputs.filter(({ carried }) => carried).map(({ name }) => name);
  const state = carried.filter((name) => !['x', 'y', 'gx', 'gy'].includes(name));
  const kept = ['x', 'y', ...state, ...own.map(([name]) => name)];

  // What a pixel is given: args of the loop and values of settings, from an axis or from a uniform.
  const hyper = rule.hyper.map((name) => [name, `h.${name}`] as const);
  const params = loss.params.map((name) => [`surface.${name}`, parameterInput(name)] as const);
  const isConstant = { lr: settings.schedule.formula === 'lr', mu: settings.muSchedule.formula === 'mu' };
  const scheduledInputs = (['lr', 'mu'] as const).filter((name) => step.loop.inputs.includes(name));
  const formulas = scheduledInputs.filter((name) => !isConstant[name] && variesIn(name));
  const settingsOf = (name: 'lr' | 'mu') => {
    const [group, { values }] = name === 'lr' ? ['schedule', settings.schedule] : ['muSchedule', settings.muSchedule];
    return Object.keys(values).map((key) => `${group}.${key}`);
  };
  const direct = scheduledInputs.filter((name) => isConstant[name] || formulas.includes(name));
  const given = new Map<string, string>([
    ...hyper,
    ...params,
    ...direct.map((name) => [name, name] as const),
    ...formulas.flatMap((name) => settingsOf(name).map((key) => [key, key] as const)),
    ['start.x', 'start.x'],
    ['start.y', 'start.y'],
  ]);
  const fromAxes = axes.flatMap(({ name }, i) => {
    const to = given.get(name);
    return to === undefined ? [] : [{ to: identifier(to), i }];
  });
  const uniforms = new Map([...given].filter(([name]) => !names.has(name)).map(([name, to]) => [name, identifier(to)]));
  const columns = step.loop.inputs.filter(
    (name) => name !== 't' && !step.powers.has(name) && !direct.includes(name as 'lr' | 'mu'),
  );

  const inputName = (name: string): string => {
    if (name === 't') return '(s + 1.0)';
    if (name === 'gx' || name === 'gy') return `f.${name === 'gx' ? 'y' : 'z'}`;
    if (kept.includes(name)) return identifier(name);
    if (columns.includes(name)) return `i_${identifier(name)}`;
    if (step.powers.has(name)) return identifier(name);
    return formulas.includes(name as 'lr' | 'mu') ? `i_${name}` : identifier(name);
  };
  const updates = step.loop.outputs.filter(({ name }) => name === 'x' || name === 'y' || state.includes(name));
  const { body } = glsl(
    Object.fromEntries(updates.map(({ name, node }) => [`o_${identifier(name)}`, node])),
    inputName,
    neverNegative(updates, state, (input) => rangeIn(plan, step.powers, input)),
  );
  const computed = axes.some(isParameter) ? (minimaNodes(plan) ?? []) : undefined;
  const found = minima?.length ?? 0;
  const list = Array.from({ length: found }, (_, i) => i);
  const areGiven = computed === undefined;
  const shape = loss.params.map((name) => identifier(parameterInput(name)));
  const [vectors, texels] = [vectorsOf(kept), Math.ceil(columns.length / 4)];
  const minimaText =
    computed === undefined
      ? ''
      : glsl(Object.fromEntries(computed.map((node, i) => [`m${i}`, node])), (name) => identifier(parameterInput(name)))
          .body;
  const powerBase = ([name, base]: readonly [string, Node]): string =>
    glsl({ [`b_${identifier(name)}`]: base }, identifier).body;

  const fieldText = fieldFunction(
    { loss: step.field.value, gx: step.field.gx, gy: step.field.gy },
    loss.params.map(parameterInput),
  );
  const hasOne = minima === undefined || found <= 1;
  const fragment = lines(
    '#version 300 es',
    'precision highp float;',
    'precision highp sampler2D;',
    'precision highp int;',
    'uniform float from;',
    'uniform int count;',
    'uniform float tail_given;',
    'uniform vec4 plane_given;',
    'uniform float within;',
    'uniform sampler2D across;',
    'uniform sampler2D up;',
    columns.length > 0 ? 'uniform sampler2D columns;' : '',
    'uniform sampler2D record_in;',
    Array.from({ length: vectors }, (_, i) => `uniform sampler2D kept_in${i};`),
    [...uniforms.values()].map((name) => `uniform float given_${name};`),
    same.map(([name]) => `uniform vec2 start_${identifier(name)};`),
    areGiven ? minimaGiven(found) : '',
    'layout(location = 0) out vec4 record;',
    Array.from({ length: vectors }, (_, i) => `layout(location = ${i + 1}) out vec4 kept${i};`),
    glslFunctions,
    fieldText,
    'const float never = 2.0e6;',
    'void main() {',
    '  ivec2 cell = ivec2(gl_FragCoord.xy);',
    // Copies, because some drivers load a uniform again in every step.
    '  vec3 plane = plane_given.xyz;',
    '  float reach = within, tail = tail_given;',
    [...uniforms.values()].map((name) => `  float ${name} = given_${name};`),
    areGiven && found <= mostUnrolled ? list.map((i) => `  vec2 minimum${i} = minima_given[${i}];`) : [],
    same.map(([name]) => `  float base_${identifier(name)} = start_${identifier(name)}.y;`),
    fromAxes.map(
      ({ to, i }) => `  float ${to} = texelFetch(${i === 0 ? 'across, ivec2(cell.x' : 'up, ivec2(cell.y'}, 0), 0).x;`,
    ),
    minimaText,
    areGiven ? [] : list.map((i) => `  vec2 minimum${i} = vec2(m${2 * i}, m${2 * i + 1});`),
    own.map(powerBase),
    kept.map((name) => `  float ${identifier(name)};`),
    // Rows from which on the run is near the same minimum, and far off: the next one where it is not.
    '  float loss_now = 0.0, rises = 0.0, since = 0.0, gone = 0.0, lost = never, nearest = -1.0;',
    '  if (from == 0.0) {',
    `    ${identifier('x')} = ${identifier('start.x')};`,
    `    ${identifier('y')} = ${identifier('start.y')};`,
    state.map((name) => `    ${identifier(name)} = 0.0;`),
    own.map(([name]) => `    ${identifier(name)} = 1.0;`),
    '  } else {',
    '    vec4 before = texelFetch(record_in, cell, 0);',
    '    nearest = before.x < 0.0 ? -1.0 : floor(before.x / 32768.0);',
    '    since = before.x < 0.0 ? from : before.x - 32768.0 * nearest;',
    '    gone = before.y < 0.0 ? from : before.y;',
    '    lost = before.y < 1000000.0 ? never : before.y;',
    '    rises = before.z; loss_now = before.w;',
    Array.from({ length: vectors }, (_, i) => `    vec4 k${i} = texelFetch(kept_in${i}, cell, 0);`),
    kept.map((name, i) => `    ${identifier(name)} = k${i >> 2}.${'xyzw'[i & 3]};`),
    '  }',
    same.map(([name]) => `  float ${identifier(name)} = start_${identifier(name)}.x;`),
    '  if (lost == never) {',
    eachRow(
      [
        `    vec2 here = vec2(${identifier('x')}, ${identifier('y')});`,
        `    vec3 f = field(${['here.x', 'here.y', ...shape].join(', ')});`,
        ...settling(minima && found, areGiven),
        '    vec2 off = here - plane.xy;',
        '    bool far = dot(off, off) > plane.z;',
        // A run is lost far off where it is far off in this row or was in the row before.
        '    float lost_here = 1000000.0 + 2.0 * s + mix(mix(0.0, 1.0, gone < s), 1.0, far);',
        // Nothing leaves the loop early. A number of the state that is not finite is in the position a step later at the latest.
        '    lost = min(lost, mix(lost_here, never, abs(here.x + here.y + f.x + f.y + f.z) <= 3.4028234e38));',
        '    gone = mix(s + 1.0, gone, far);',
        '    rises += mix(0.0, mix(0.0, 1.0, s > tail), f.x - loss_now > 1.0e-3 * abs(loss_now));',
        '    loss_now = f.x;',
        ...(texels > 0
          ? Array.from(
              { length: texels },
              (_, k) =>
                `    int index${k} = int(s) * ${texels} + ${k}; vec4 c${k} = texelFetch(columns, ivec2(index${k} % ${columnsAcross}, index${k} / ${columnsAcross}), 0);`,
            )
          : []),
        ...columns.map((name, i) => `    float i_${identifier(name)} = c${i >> 2}.${'xyzw'[i & 3]};`),
        ...formulas.map((name) => scheduled(name, name === 'lr' ? settings.schedule : settings.muSchedule)),
        ...own.map(([name]) => `    ${identifier(name)} *= b_${identifier(name)};`),
        ...same.map(([name]) => `    ${identifier(name)} *= base_${identifier(name)};`),
        body,
        ...updates.map(({ name }) => `    ${identifier(name)} = o_${identifier(name)};`),
      ],
      fieldText.length,
    ),
    '  }',
    '  float next = from + float(count);',
    '  gone = lost < never ? lost : gone < next ? gone : -1.0;',
    hasOne
      ? '  record = vec4(since < next ? since : -1.0, gone, rises, loss_now);'
      : '  record = vec4(nearest < 0.0 ? -1.0 : since + 32768.0 * nearest, gone, rises, loss_now);',
    Array.from({ length: vectors }, (_, v) => {
      const four = [0, 1, 2, 3]
        .map((i) => kept[4 * v + i])
        .map((name) => (name === undefined ? '0.0' : identifier(name)));
      return `  kept${v} = vec4(${four.join(', ')});`;
    }),
    '}',
  );
  const known = areGiven ? found : 0;
  return { fragment, kept, uniforms, columns, powers: new Map(same), minima: known };
}

/** The plane that a run must not leave for good: its centre, and the squared distance that is far. */
export const planeOf = ([x0, x1, y0, y1]: readonly [number, number, number, number]): [
  number,
  number,
  number,
  number,
] => {
  const diagonal = (x1 - x0) ** 2 + (y1 - y0) ** 2;
  return [(x0 + x1) / 2, (y0 + y1) / 2, divergedBeyond ** 2 * diagonal, diagonal];
};
