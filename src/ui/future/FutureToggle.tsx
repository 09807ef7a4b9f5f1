import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { futureStore, toggleFuture } from '../../state/future.ts';
import { IconButton } from '../IconButton.tsx';
import { useCommands } from '../useCommands.ts';
import { useText } from '../useText.ts';
import './future.css';

/** Whether sliders of optimizers change only what comes after the cursor. */
export function FutureToggle(): ReactNode {
  const { future } = useText();
  const isOn = useStore(futureStore, (state) => state.isOn);
  useCommands((command) => {
    if (command !== 'future') return false;
    toggleFuture();
    return true;
  });
  return (
    <IconButton
      className="future-toggle"
      icon="fork"
      label={future.mode}
      shortcut="I"
      aria-pressed={isOn}
      onClick={toggleFuture}
    />
  );
}
