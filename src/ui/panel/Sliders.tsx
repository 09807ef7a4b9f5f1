import { LevaPanel, useControls, useCreateStore } from 'leva';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { type FrameDraw, onceAFrame } from '../frame.ts';
import { levaSlider } from '../slider/levaSlider.ts';
import type { SliderInput } from '../slider/plugin.ts';
import { levaTheme } from './levaTheme.ts';

/** A slider, its name in the formula, and the label that people read. */
export interface SliderItem extends Omit<SliderInput, 'initial'> {
  readonly name: string;
  readonly label: string;
}

type OnChange = (value: number, path: string, context: { initial: boolean; fromPanel: boolean }) => void;

interface Props {
  /** Read once: give the component a key that changes with them. */
  items: readonly SliderItem[];
  values: Readonly<Record<string, number>>;
  onChange(name: string, value: number): void;
  onEditStart?(name: string): void;
  onEditEnd?(name: string): void;
}

/**
 * A leva panel of sliders that shows `values`, which are the truth: leva's own copy follows them, and what it reports
 * because it was told is not passed on.
 */
export function Sliders({ items, values, ...handlers }: Props): ReactNode {
  const store = useCreateStore();
  const current = useRef(handlers);
  const wanted = useRef(values);
  const follow = useRef<FrameDraw>(null);
  useEffect(() => {
    current.current = handlers;
  });
  const [, set] = useControls(
    () =>
      Object.fromEntries(
        items.map(({ name, label, ...input }) => {
          const onChange: OnChange = (value, _, { initial, fromPanel }) => {
            if (initial || !fromPanel) return;
            current.current.onChange(name, value);
            // Also where the change was refused, so that no other values will come.
            follow.current?.request();
          };
          const initial = values[name] ?? input.quantity.initial;
          // Leva finds `onChange` only among the plugin's own input.
          const slider = levaSlider({ ...input, initial, onChange });
          const onEditStart = (): void => current.current.onEditStart?.(name);
          const onEditEnd = (): void => current.current.onEditEnd?.(name);
          return [name, { ...slider, label, onEditStart, onEditEnd }];
        }),
      ),
    { store },
    [],
  );
  // With the next frame, what is true by then, and at once: leva sets states in its effects, and if each of our commits
  // left one of them over for the next, a fast drag would end at React's limit of updates that lead to updates.
  useLayoutEffect(() => {
    const frame = onceAFrame(() => {
      const differing = Object.entries(wanted.current).filter(
        ([name, value]) => store.getInput(name) !== undefined && value !== store.get(name),
      );
      if (differing.length > 0) flushSync(() => set(Object.fromEntries(differing)));
    });
    follow.current = frame;
    return frame.cancel;
  }, [set, store]);
  useLayoutEffect(() => {
    wanted.current = values;
    follow.current?.request();
  }, [values]);
  return <LevaPanel store={store} theme={levaTheme} fill flat titleBar={false} hideCopyButton />;
}
