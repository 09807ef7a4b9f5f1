import { Component, type ReactNode } from 'react';
import { initialScene } from '../state/scene.ts';
import { encodeLink } from '../state/link.ts';
import { sceneStore } from '../state/store.ts';
import { copy, jsonOf } from '../ui/share/exportScene.ts';
import { textNow } from '../ui/useText.ts';

const startWith = (hash: string): void => {
  window.history.replaceState(null, '', hash);
  window.location.reload();
};

/** Where the page breaks: a sentence, the scene to take away, and a way to start again. */
export class Crash extends Component<{ children: ReactNode }, { message: string | undefined }> {
  override state: { message: string | undefined } = { message: undefined };

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : '' };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === undefined) return this.props.children;
    const { crash } = textNow();
    const { scene } = sceneStore.getState();
    return (
      <main className="crash" role="alert">
        <h1>{crash.title}</h1>
        <p>{crash.kept}</p>
        {message !== '' && <pre>{message}</pre>}
        <div className="share-row">
          <button type="button" className="button primary" onClick={() => void copy(jsonOf(scene))}>
            {crash.copy}
          </button>
          <button type="button" className="button" onClick={() => startWith(encodeLink(scene))}>
            {crash.reload}
          </button>
          <button type="button" className="button" onClick={() => startWith(encodeLink(initialScene()))}>
            {crash.reset}
          </button>
        </div>
      </main>
    );
  }
}
