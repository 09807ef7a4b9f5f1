import type { MouseEvent, ReactNode, SyntheticEvent } from 'react';
import { encodeLink } from '../../state/link.ts';
import { sceneStore, showView } from '../../state/store.ts';
import { type ViewId, views } from '../../state/views.ts';
import { useScene } from '../useScene.ts';
import { useLanguage, useText } from '../useText.ts';

/** The link of the scene in a view, for whoever opens it in a tab of its own; made when somebody is about to. */
const aim =
  (view: ViewId) =>
  ({ currentTarget }: SyntheticEvent<HTMLAnchorElement>): void => {
    currentTarget.href = encodeLink({ ...sceneStore.getState().scene, view });
  };

const goTo =
  (view: ViewId) =>
  (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    showView(view);
  };

/** The views of the page; the scene is the same in all of them. */
export function Navigation(): ReactNode {
  const { header } = useText();
  const language = useLanguage();
  const shown = useScene(({ view }) => view);
  return (
    <nav aria-label={header.navigation}>
      {views.map(({ id, name }) => (
        <a
          key={id}
          href={`#{"view":"${id}"}`}
          aria-current={id === shown ? 'page' : undefined}
          onPointerEnter={aim(id)}
          onFocus={aim(id)}
          onClick={goTo(id)}
        >
          {name[language]}
        </a>
      ))}
    </nav>
  );
}
