import { useStore } from 'zustand';
import { preferences } from '../../state/preferences.ts';
import { words } from '../words.ts';
import type { ViewName } from './directions.ts';

const names = ['top', 'front', 'iso'] as const;

/** Buttons for the views: from the top, from the front, from a corner, and the surface's own. */
export function ViewButtons({ onView }: { readonly onView: (name: ViewName) => void }) {
  const language = useStore(preferences, (state) => state.language);
  return (
    <div className="scene-views" role="group" aria-label={words.views[language]}>
      {names.map((name) => (
        <button key={name} type="button" onClick={() => onView(name)}>
          {words[name][language]}
        </button>
      ))}
      <button
        type="button"
        aria-label={words.reset[language]}
        title={words.reset[language]}
        onClick={() => onView('reset')}
      >
        <svg viewBox="0 0 24 24" width="1em" height="1em" aria-hidden="true">
          <path d="M5 12a7 7 0 1 0 2.3-5.2M5 4v4.5h4.5" />
        </svg>
      </button>
    </div>
  );
}
