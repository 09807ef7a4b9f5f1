import { type CSSProperties, memo, type ReactNode } from 'react';
import type { Quantity } from '../../formula/quantity.ts';
import type { Glyph as Kind } from '../../optimizers/rule.ts';
import { stepLimit } from '../../state/field.ts';
import { withIntervention, withInterventionAt, withoutIntervention, withSwitched } from '../../state/interventions.ts';
import type { SceneIntervention } from '../../state/scene.ts';
import { playback } from '../../state/playback.ts';
import { change } from '../../state/store.ts';
import { Glyph } from '../Glyph.tsx';
import { IconButton } from '../IconButton.tsx';
import { limitsOf, writeNumber } from '../slider/number.ts';
import { NumberField } from '../slider/NumberField.tsx';
import { useText } from '../useText.ts';

interface Props extends SceneIntervention {
  /** The value that it ends. */
  readonly from: number;
  readonly quantity: Quantity;
  readonly runner: string;
  readonly glyph: Kind;
  readonly colour: string;
  /** Why it does nothing, where it does not. */
  readonly idle: 'off' | 'late' | undefined;
  onRemoved(): void;
}

const stepLimits = { least: 1, most: stepLimit - 1, whole: true };

/** One change on the way: where, of what, from what, to what. */
export const ChangeRow = memo(function ChangeRow(props: Props): ReactNode {
  const { step, id, name, value, off, from, quantity, runner, glyph, colour, idle, onRemoved } = props;
  const { future: words } = useText();
  const spot = { step, id, name };
  const called = words.called(runner, name);
  const goTo = (): void => {
    playback.pause();
    playback.seek(step);
  };
  return (
    <li className="change" data-idle={idle} style={{ '--ink': colour } as CSSProperties}>
      <Glyph kind={glyph} colour={colour} />
      <span className="change-name">
        {runner} <b>{name}</b>
      </span>
      <input
        type="checkbox"
        className="switch"
        checked={off !== true}
        aria-label={words.switchOf(called, step)}
        title={words.switchOf(called, step)}
        onChange={({ target }) => change(withSwitched(spot, target.checked))}
      />
      <IconButton icon="target" label={words.goTo(called, step)} onClick={goTo} />
      <IconButton
        icon="close"
        label={words.removeOf(called, step)}
        onClick={() => {
          change(withoutIntervention(spot));
          onRemoved();
        }}
      />
      <div className="change-numbers">
        <span>{words.step}</span>
        <NumberField
          name={words.stepOf(called)}
          value={step}
          limits={stepLimits}
          onCommit={(to) => change(withInterventionAt(spot, to))}
        />
        <span className="change-from">{writeNumber(from)} →</span>
        <NumberField
          name={words.valueOf(called, step)}
          value={value}
          limits={limitsOf(quantity)}
          quantity={quantity}
          onCommit={(to) => change(withIntervention({ ...spot, value: to, ...(off === true && { off }) }))}
        />
        {idle !== undefined && <span className="change-idle">{words.idle[idle]}</span>}
      </div>
    </li>
  );
});
