import { type CSSProperties, type ReactNode, useRef } from 'react';
import { isRuleId } from '../../optimizers/catalog.ts';
import { runnerLimit } from '../../state/field.ts';
import { setHighlight } from '../../state/highlight.ts';
import { formulaIn, ruleIn } from '../../state/rule.ts';
import { initialRunner, type Runner } from '../../state/scene.ts';
import { change, settle } from '../../state/store.ts';
import { copyRule } from '../editor/AddRule.tsx';
import { rateMark } from '../curvature/rateMark.ts';
import { removeOptimizer } from '../editor/remove.ts';
import { RuleEditor } from '../editor/RuleEditor.tsx';
import { type Hold, moveHyper, takeHold } from '../future/move.ts';
import { useHyper } from '../future/useHyper.ts';
import { Formula } from '../Formula.tsx';
import { Glyph } from '../Glyph.tsx';
import { StepNumbers } from '../inspect/StepNumbers.tsx';
import { useScene, useTheme } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';
import { FormChoice } from './FormChoice.tsx';
import { withDefaults, withInspect, withPart, withSolo } from './recipes.ts';
import { Sliders } from './Sliders.tsx';
import { spoken } from './spoken.ts';

/** One optimizer: on or off, alone or not, a slider for each hyperparameter of its rule, its form and its formula. */
export function OptimizerSection({ runner }: { runner: Runner }): ReactNode {
  const { surface, solo, runners, isInspected } = useScene((scene) => ({
    surface: scene.surface,
    solo: scene.solo,
    isInspected: scene.inspect === runner.id,
    runners: scene.optimizers,
  }));
  const language = useLanguage();
  const theme = useTheme();
  const { editor, inspect, panel, quantity: words } = useText();
  const hold = useRef<Hold>({ runners });
  const values = useHyper(runner);
  const { id } = runner;
  const rule = ruleIn(runner, runners);
  const name = rule.name[language];
  const colour = rule.mark[theme];
  const initial = isRuleId(id) ? initialRunner(id, surface) : undefined;
  const items = Object.entries(rule.hyper).map(([hyper, quantity]) => ({
    name: hyper,
    label: hyper,
    quantity,
    reset: Number(initial?.[hyper] ?? quantity.initial),
    spoken: spoken(name, hyper, quantity.words?.[language] ?? words[hyper]),
    strip: { optimizer: id, name: hyper },
    ...(hyper === 'lr' && rule.stability !== undefined ? { mark: () => rateMark(id) } : {}),
  }));
  const isOff = runner.off === true;
  return (
    <section
      className="optimizer"
      aria-label={name}
      data-off={isOff || undefined}
      style={{ '--ink': colour } as CSSProperties}
      onPointerMove={() => setHighlight(isOff ? null : id)}
      onPointerLeave={() => setHighlight(null)}
    >
      <div className="optimizer-switches">
        <button
          type="button"
          className="chip"
          aria-pressed={isInspected}
          aria-label={inspect.showOf(name)}
          title={inspect.showOf(name)}
          onClick={() => change(withInspect(id))}
        >
          {inspect.show}
        </button>
        <button
          type="button"
          className="chip"
          aria-pressed={solo === id}
          aria-label={panel.soloOf(name)}
          onClick={() => change(withSolo(id))}
        >
          {panel.solo}
        </button>
        <input
          type="checkbox"
          className="switch"
          checked={!isOff}
          aria-label={panel.takesPart(name)}
          title={panel.takesPart(name)}
          onChange={({ target }) => change(withPart(id, target.checked))}
        />
      </div>
      <details open>
        <summary>
          <Glyph kind={rule.mark.glyph} colour={colour} />
          <h3>{name}</h3>
        </summary>
        <div className="section-body">
          <Sliders
            key={[language, id, initial?.lr, ...Object.keys(rule.hyper)].join(' ')}
            items={items}
            values={values}
            onChange={(hyper, value) => moveHyper(id, hyper, value, hold.current)}
            onEditStart={() => {
              hold.current = takeHold();
            }}
            onEditEnd={settle}
          />
          <details className="more" open={initial === undefined}>
            <summary>{panel.rule}</summary>
            {initial === undefined && <RuleEditor runner={runner} />}
            {initial !== undefined && (
              <>
                <FormChoice runner={runner} />
                <Formula text={formulaIn(runner)} label={`${panel.rule}: ${name}`} />
                <p className="note">{rule.teaches[language]}</p>
                <button
                  type="button"
                  className="chip"
                  aria-label={panel.resetAllOf(name)}
                  onClick={() => change(withDefaults(id))}
                >
                  {panel.resetAll}
                </button>{' '}
                <button
                  type="button"
                  className="chip"
                  aria-label={editor.copyOf(name)}
                  disabled={runners.length >= runnerLimit}
                  onClick={() => copyRule(runner)}
                >
                  {editor.copy}
                </button>{' '}
                <button
                  type="button"
                  className="chip"
                  aria-label={editor.removeOf(name)}
                  onClick={() => removeOptimizer(id)}
                >
                  {editor.remove}
                </button>
              </>
            )}
          </details>
          {!isOff && <StepNumbers id={id} state={rule.state} />}
        </div>
      </details>
    </section>
  );
}
