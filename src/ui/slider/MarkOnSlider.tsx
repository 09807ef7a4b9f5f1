import { type ReactNode, type RefObject, useRef } from 'react';
import type { Quantity } from '../../formula/quantity.ts';
import { playback } from '../../state/playback.ts';
import { useFrame } from '../useFrame.ts';
import type { SliderMark } from './plugin.ts';
import { positionOf, sideOf } from './scale.ts';

interface Props {
  id: string;
  of(): SliderMark | undefined;
  quantity: Quantity;
  slider: RefObject<HTMLInputElement | null>;
  /** What the slider's tooltip says without the mark. */
  hint: string;
}

/**
 * A mark on a slider's track that follows the playback without rendering; a value that the slider does not reach is a tip
 * at that end. Its words are the slider's description and part of its tooltip, and change when the playback rests.
 */
export function MarkOnSlider({ id, of, quantity, slider, hint }: Props): ReactNode {
  const mark = useRef<HTMLSpanElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  useFrame(() => {
    const found = of();
    if (mark.current === null || words.current === null || slider.current === null) return;
    mark.current.hidden = found === undefined;
    const side = found === undefined ? 'inside' : sideOf(quantity, found.value);
    mark.current.dataset['side'] = side;
    if (found !== undefined) mark.current.style.setProperty('--at', String(positionOf(quantity, found.value)));
    if (playback.playing) return;
    const said = found?.words(side) ?? '';
    words.current.textContent = said;
    slider.current.title = said === '' ? hint : `${said}\n${hint}`;
  });
  return (
    <>
      <span className="slider-mark" aria-hidden="true">
        <span ref={mark} />
      </span>
      <span ref={words} id={id} className="unseen" />
    </>
  );
}
