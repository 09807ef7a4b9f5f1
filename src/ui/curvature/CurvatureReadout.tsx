import type { ReactNode } from 'react';
import { shapeOf } from '../../engine/curvature.ts';
import { mathmlMatrix } from '../../formula/emit/mathml.ts';
import { count } from '../../i18n/numbers.ts';
import { curvatureNow } from '../../state/curvature.ts';
import { ruleIn } from '../../state/rule.ts';
import { readable } from '../../state/status.ts';
import { change } from '../../state/store.ts';
import { surfaceIn } from '../../state/surface.ts';
import { Mathematics } from '../Formula.tsx';
import { withCurvature } from '../panel/recipes.ts';
import { useAtCursor } from '../useAtCursor.ts';
import { useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';

/** A switch for the curvature at the cursor, and its numbers where it is on. */
export function CurvatureReadout(): ReactNode {
  const isShown = useScene((scene) => scene.curvature === true);
  const { curvature: text } = useText();
  return (
    <>
      <label className="check">
        <input type="checkbox" checked={isShown} onChange={({ target }) => change(withCurvature(target.checked))} />
        {text.show}
      </label>
      {isShown && <Numbers />}
    </>
  );
}

function Numbers(): ReactNode {
  const language = useLanguage();
  const { curvature: text } = useText();
  const here = useAtCursor(curvatureNow);
  const runners = useScene(({ optimizers }) => optimizers);
  const isSharp = useScene((scene) => surfaceIn(scene).sharp);
  const runner = runners.find(({ id }) => id === here?.id);
  if (here === undefined || runner === undefined) return <p className="note">{text.none}</p>;
  const { curvature, point } = here;
  const { xx, xy, yy, eigenvalues, condition } = curvature;
  const shape = shapeOf(curvature);
  const times = condition < 1e15 ? count(language, Number(condition.toPrecision(2))) : readable(condition);
  return (
    <div className="inspection" data-curvature={shape}>
      <p className="note">{text.at(ruleIn(runner, runners).name[language], readable(point.x), readable(point.y))}</p>
      <p>{text.shapes[shape](times)}</p>
      {shape !== 'undefined' && (
        <>
          <Mathematics
            mathml={mathmlMatrix('H', [
              [xx, xy],
              [xy, yy],
            ])}
            label={text.hessian}
          />
          <dl>
            <dt>{text.eigenvalues}</dt>
            <dd>{eigenvalues.map(readable).join(', ')}</dd>
            <dt>{text.condition}</dt>
            <dd>{Number.isFinite(condition) ? readable(condition) : '∞'}</dd>
            <dt>{text.stable}</dt>
            <dd>{eigenvalues[0] > 0 ? `2/λ₁ = ${readable(2 / eigenvalues[0])}` : text.any}</dd>
          </dl>
        </>
      )}
      {isSharp && <p className="note">{text.sharp}</p>}
    </div>
  );
}
