import { pythonName } from '../../formula/emit/python.ts';
import { freeNames } from '../../formula/names.ts';
import { parse } from '../../formula/parse.ts';
import { type Expression, type Program, walk } from '../../formula/syntax.ts';
import { atStep, byStep, changedNames } from './changes.ts';
import { defined, indented, scheduled, tensor } from './define.ts';
import { type Looped, report, startOf } from './optimLoop.ts';

const mentionsX = (expression: Expression): boolean => {
  let found = false;
  walk(expression, (part) => (found ||= part.kind === 'name' && part.name === 'x'));
  return found;
};

const pointsAsked = ({ statements }: Program): Expression[] => {
  const found: Expression[] = [];
  for (const { value } of statements)
    walk(value, (part) => {
      if (part.kind === 'call' && part.name === 'grad') found.push(part.args[0] as Expression);
    });
  return found;
};

/** Whether x and the points of every grad(…) surely have two coordinates: a rule may also say x = 3. */
const isTwoWide = (program: Program): boolean =>
  [...program.statements.flatMap(({ name, value }) => (name === 'x' ? value : [])), ...pointsAsked(program)].every(
    mentionsX,
  );

const gradientFunction = (comment: string, expand: string, isOfBatch: boolean): string[] => [
  `def gradient(at${isOfBatch ? ', rows' : ''}):`,
  ...indented([
    `"""${comment}"""`,
    `at = at${expand}.detach().clone().requires_grad_()`,
    'with torch.enable_grad():',
    `    return torch.autograd.grad(${isOfBatch ? 'batch_loss(*at, rows)' : 'loss(*at)'}, at)[0]`,
  ]),
];

/** The run with its rule written out as `update`, from the rule's own formula; t is the step from 1, state starts at 0. */
export function ruleLoop({ settings, run, hasNoise, changed }: Looped, comment: string): string[] {
  const { rule, schedule, muSchedule, interventions } = settings;
  const names = changedNames(interventions);
  const program = parse(rule.formula);
  const free = freeNames(program);
  const asks = pointsAsked(program).length > 0;
  const expand = isTwoWide(program) ? '' : '.expand(2)';
  const lr = scheduled('lr', schedule, settings.lr, names.has('lr'));
  const mu = scheduled('mu', muSchedule, settings.mu, names.has('mu'));
  const varying = rule.hyper.filter((name) => names.has(name) && free.includes(name));
  const fixed = Object.fromEntries(Object.entries(rule.values).filter(([name]) => !varying.includes(name)));
  const isOfBatch = settings.loss.batch !== undefined;
  const gradientAt = (at: string): string =>
    `gradient(${at}${isOfBatch ? ', batches[step]' : ''})${hasNoise ? ' + noise[step]' : ''}`;
  const given: Readonly<Record<string, string>> = {
    x: 'point',
    g: asks ? 'grad(point)' : gradientAt('point'),
    lr: lr.at,
    mu: mu.at,
    t: 's + 1',
    ...Object.fromEntries(varying.map((name) => [name, `values['${name}']`])),
  };
  const args = Object.keys(given).filter((name) => free.includes(name));
  const { state } = rule;
  const passed = [
    ...args.map((name) => given[name]),
    ...(state.length > 0 ? ['*state'] : []),
    ...(asks ? ['grad'] : []),
  ];
  const usesS = passed.some((argument) => argument === 's + 1' || argument?.endsWith('_at(s)') === true);
  const grad = ['', 'def grad(at):', `    return ${gradientAt('at')}`, ''];
  const schedules = [...(free.includes('lr') ? [lr] : []), ...(free.includes('mu') ? [mu] : [])];
  const functions = [
    ...(asks || free.includes('g') ? [gradientFunction(comment, expand, isOfBatch)] : []),
    ...schedules.map(({ definition }) => definition).filter(({ length }) => length > 0),
    defined({
      name: 'update',
      args: [...args, ...state],
      program,
      values: fixed,
      returns: [`x${expand}`, ...state.map(pythonName)].join(', '),
      takesGrad: asks,
    }),
  ];
  const set = (name: string, value: number): string[] => {
    if (!free.includes(name)) return [];
    return [`${name === 'lr' || name === 'mu' ? name : `values['${name}']`} = ${tensor(value)}`];
  };
  const settingLines = [...byStep(interventions)]
    .filter(([step]) => step < run.steps)
    .flatMap(([step, values]) =>
      atStep(
        step,
        [...values].flatMap(([name, value]) => set(name, value)),
      ),
    );
  return [
    ...functions.flatMap((lines) => [...lines, '', '']),
    ...schedules.flatMap(({ variable }) => variable),
    ...(varying.length > 0
      ? [`values = {${varying.map((name) => `'${name}': ${tensor(rule.values[name] as number)}`).join(', ')}}`]
      : []),
    `point = torch.tensor(${startOf(settings)})`,
    ...(state.length > 0 ? [`state = [${state.map(() => 'torch.zeros(2)').join(', ')}]  # ${state.join(', ')}`] : []),
    `for step in range(${run.steps}):`,
    ...indented([
      ...(settingLines.length > 0 ? [changed, ...settingLines] : []),
      ...(usesS ? ['s = torch.tensor(float(step))'] : []),
      ...(asks ? grad : []),
      'with torch.no_grad():',
      `    ${state.length > 0 ? 'point, *state' : 'point'} = update(${passed.join(', ')})`,
      ...report,
    ]),
  ];
}
