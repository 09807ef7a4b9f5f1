import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { forgetMap, isUnder, sweepsStore } from '../../state/maps/sweeps.ts';
import { useLanguage, useText } from '../useText.ts';
import { type MapSource, type MountedMap, mountMap } from './mountMap.ts';

interface Props {
  title: ReactNode;
  /** What assistive technology calls the map. */
  label: string;
  source: MapSource;
  /** The map of runs that it shows, where it shows one of its own. */
  name?: string;
  className?: string;
  /** Whether it says nothing of its runs. */
  isHeld?: boolean;
}

/** One map with its title: pixels that are runs, and what lies over them. */
export function MapTile({ title, label, source, name, className = '', isHeld = false }: Props): ReactNode {
  const { maps: text } = useText();
  const language = useLanguage();
  const root = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedMap>(undefined);
  const share = useStore(sweepsStore, (all) => (name === undefined ? 1 : (all[name]?.share ?? 0)));
  const isMaking = useStore(
    sweepsStore,
    (all) => name !== undefined && (all[name] === undefined || isUnder(all[name])),
  );
  const isStopped = useStore(sweepsStore, (all) => name !== undefined && all[name]?.isStopped === true);
  const failure = useStore(sweepsStore, (all) => (name === undefined ? undefined : all[name]?.failure));

  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const [picture, cover] = element.querySelectorAll('canvas');
    const map = mountMap(element, picture as HTMLCanvasElement, cover as HTMLCanvasElement);
    mounted.current = map;
    // A map of its own is painted when it has changed; one that compares all, when any has.
    const end = sweepsStore.subscribe((now, before) => {
      if (name === undefined || now[name] !== before[name]) map.request();
    });
    return () => {
      end();
      map.unmount();
      if (name !== undefined) forgetMap(name);
    };
  }, [name]);
  useEffect(() => mounted.current?.show(source), [source]);

  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(share);
  return (
    <figure className={`map ${className}`} data-map={name} inert={isHeld}>
      <figcaption>
        {title}
        {isMaking && (
          <progress className="map-progress" value={share} aria-label={text.progress(percent)}>
            {percent}
          </progress>
        )}
        {isStopped && <span className="note">{text.stopped(percent)}</span>}
      </figcaption>
      <div
        ref={root}
        className="map-area"
        role="application"
        tabIndex={0}
        aria-label={label}
        aria-description={text.hint}
      >
        <canvas className="map-pixels" aria-hidden="true" />
        <canvas className="map-cover" aria-hidden="true" />
        {failure !== undefined && <p className="problem">{text.failed(failure)}</p>}
      </div>
    </figure>
  );
}
