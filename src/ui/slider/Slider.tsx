import {
  type CSSProperties,
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type LevaInputProps, useInputContext } from 'leva/plugin';
import { useText } from '../useText.ts';
import { latest } from './latest.ts';
import { MarkOnSlider } from './MarkOnSlider.tsx';
import { NumberField } from './NumberField.tsx';
import { writeNumber } from './number.ts';
import type { SliderSettings } from './plugin.ts';
import { positionOf, valueAfterKey, valueAt, warnedSide } from './scale.ts';
import { StripUnderSlider } from './StripUnderSlider.tsx';

/** A name that may go on in a second line after an underscore. */
const breakable = (name: string): ReactNode =>
  name.split('_').map((part, i) => (
    <Fragment key={i}>
      {i > 0 && (
        <>
          _<wbr />
        </>
      )}
      {part}
    </Fragment>
  ));

type Context = LevaInputProps<number, SliderSettings, string> & { label: string };

/** A slider and a field for the same number; typed values may lie beyond the slider. */
export function Slider(): ReactNode {
  const { label, value, settings, onUpdate, emitOnEditStart, emitOnEditEnd } = useInputContext<Context>();
  const { quantity, reset, spoken, limits, mark, strip } = settings;
  const { slider: words } = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isEdited, setEdited] = useState(false);
  const update = useRef(onUpdate);
  useEffect(() => {
    update.current = onUpdate;
  }, [onUpdate]);
  const drag = useMemo(
    () =>
      latest<number>(
        (next) => update.current(next),
        (work) => requestAnimationFrame(work),
      ),
    [],
  );

  const begin = (): void => {
    if (isEdited) return;
    setEdited(true);
    emitOnEditStart();
  };
  const end = (): void => {
    drag.flush();
    if (!isEdited) return;
    setEdited(false);
    emitOnEditEnd();
  };
  const set = (next: number): void => {
    emitOnEditStart();
    onUpdate(next);
    emitOnEditEnd();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isReset = event.key === 'Delete' || event.key === 'Backspace';
    const next = isReset ? reset : valueAfterKey(quantity, value, event.key);
    if (next === undefined) return;
    event.preventDefault();
    begin();
    onUpdate(next);
  };

  const hint = words.reset(writeNumber(reset));
  const position = positionOf(quantity, value);
  const beyond = warnedSide(quantity, value) !== 'inside';
  const style = { '--fill': position, '--reset': positionOf(quantity, reset) } as CSSProperties;
  return (
    <div className="slider" style={style} data-name={label} data-strip={strip !== undefined || undefined}>
      <label htmlFor={id}>{breakable(label)}</label>
      <input
        ref={input}
        id={id}
        type="range"
        min={0}
        max={1}
        step="any"
        value={position}
        aria-label={spoken}
        aria-valuetext={beyond ? `${writeNumber(value)}, ${words.beyond}` : writeNumber(value)}
        {...(mark === undefined ? { title: hint } : { 'aria-describedby': `${id}-mark` })}
        onPointerDown={begin}
        onChange={(event) => {
          begin();
          drag.push(valueAt(quantity, Number(event.target.value)));
        }}
        onPointerUp={end}
        onPointerCancel={end}
        onKeyDown={onKeyDown}
        onKeyUp={end}
        onBlur={end}
        onDoubleClick={() => set(reset)}
      />
      {mark !== undefined && (
        <MarkOnSlider id={`${id}-mark`} of={mark} quantity={quantity} slider={input} hint={hint} />
      )}
      {strip !== undefined && <StripUnderSlider of={strip} />}
      <NumberField name={spoken} value={value} quantity={quantity} limits={limits} onCommit={set} />
    </div>
  );
}
