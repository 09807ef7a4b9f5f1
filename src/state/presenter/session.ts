import { createStore } from 'zustand/vanilla';
import { presentation } from '../presentation.ts';
import { followShown, shownFields } from './fields.ts';
import type { Role } from './message.ts';
import { share, type Wire } from './share.ts';

/** Windows that show the same: a presenter's, and the one that it was opened from. */
export interface Session {
  /** The other windows that are open. */
  readonly others: readonly Role[];
  /** Whether the browser can join windows at all. */
  readonly isPossible: boolean;
}

export const sessionStore = createStore<Session>()(() => ({ others: [], isPossible: true }));

let leave: (() => void) | undefined;

/** Takes part in what windows of a wire show; without one, what this window does stays here. Ends the part that it took before. */
export function join(id: string, role: Role, wire: Wire | undefined): void {
  leave?.();
  leave = undefined;
  presentation.setState({ isPresenter: role === 'presenter' });
  sessionStore.setState({ others: [], isPossible: wire !== undefined });
  if (wire === undefined) return;
  const shared = share({
    id,
    role,
    wire,
    fields: shownFields,
    onOthers: (others) => sessionStore.setState({ others }),
  });
  const unfollow = followShown(shared);
  leave = () => {
    unfollow();
    shared.end();
  };
}

/** Takes leave, as a window does that is closed. */
export function quit(): void {
  leave?.();
  leave = undefined;
}
