import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { chosenMaps } from '../../state/maps/chosen.ts';
import { probeStore } from '../../state/maps/probe.ts';
import { trialsOf } from '../../state/maps/trials.ts';
import { needsDouble } from '../../state/maps/sweeps.ts';
import { ruleIn } from '../../state/rule.ts';
import { sceneStore } from '../../state/store.ts';
import { surfaceIn } from '../../state/surface.ts';
import { drawBands, drawIsolines } from '../../ui/contour/drawSurface.ts';
import { Glyph } from '../../ui/Glyph.tsx';
import { useHeld } from '../../ui/lessons/useTold.ts';
import { boundaryOf } from '../../ui/maps/boundary.ts';
import { MapBar } from '../../ui/maps/MapBar.tsx';
import { MapLegend } from '../../ui/maps/MapLegend.tsx';
import { MapTile } from '../../ui/maps/MapTile.tsx';
import { Readout } from '../../ui/maps/Readout.tsx';
import { TrialWords } from '../../ui/maps/TrialWords.tsx';
import { SurfacePath } from '../../ui/maps/SurfacePath.tsx';
import { basinName, basinSource, drawRun, hyperName, hyperSource, runAt, winnerSource } from '../../ui/maps/sources.ts';
import { Race } from '../../ui/race/Race.tsx';
import { isolinesInTurn } from '../../ui/maps/isolines.ts';
import type { MapSource } from '../../ui/maps/mountMap.ts';
import { useTheme } from '../../ui/useScene.ts';
import { useLanguage, useText } from '../../ui/useText.ts';
import './maps.css';

/** Pixels across a map, about: for whether float32 tells them apart. */
const pixels = 320;

/** Maps in which every pixel is a whole run: of the starts of all optimizers, or of two settings of one. */
export function Maps(): ReactNode {
  const scene = useStore(sceneStore, (state) => state.scene);
  const maps = useMemo(() => chosenMaps(scene), [scene]);
  const { maps: text } = useText();
  const axes = maps.kind === 'basins' ? maps.area : maps.axes;
  return (
    <main className="maps">
      <MapBar scene={scene} maps={maps} />
      {maps.runners.length === 0 || maps.runner === undefined ? (
        <p className="view-said">{text.none}</p>
      ) : maps.kind === 'race' ? (
        <Race scene={scene} />
      ) : maps.kind === 'basins' ? (
        <Basins />
      ) : (
        <Hyper />
      )}
      {maps.kind !== 'race' && axes.some((axis) => needsDouble(axis, pixels)) && (
        <p className="note maps-note">{text.float64}</p>
      )}
    </main>
  );
}

/** One map of starts per optimizer, who wins from where, and what it all means. */
function Basins(): ReactNode {
  const scene = useStore(sceneStore, (state) => state.scene);
  const maps = useMemo(() => chosenMaps(scene), [scene]);
  const { maps: text } = useText();
  const language = useLanguage();
  const theme = useTheme();
  const isHeld = useHeld();
  const surface = surfaceIn(scene);
  const [across, up] = maps.area;
  const [x0, x1, y0, y1] = [across.from, across.to, up.from, up.to];
  const shown = useMemo(() => ({ ...surface, domain: [x0, x1, y0, y1] as const }), [surface, x0, x1, y0, y1]);
  // Another object whenever new isolines are there, so that the maps are drawn again.
  const [contours, setContours] = useState(() => isolinesInTurn(() => setContours((same) => ({ ...same }))));
  const { stop } = contours;
  useEffect(() => stop, [stop]);
  const sources = useMemo(() => {
    const contour: MapSource['over'] = (context, box) => {
      const plane = { domain: shown.domain, ...box };
      if (isHeld) drawBands(context, plane, contours.of(shown), theme);
      else drawIsolines(context, plane, contours.of(shown), 'rgb(255 255 255 / 13%)');
    };
    const own = maps.runners.map((runner) =>
      basinSource(scene, maps, runner, (context, box, ink) => {
        contour(context, box, ink);
        const { probe } = probeStore.getState();
        if (probe !== null) drawRun(context, box, maps.area, runAt(scene, runner, maps, maps.area, probe));
      }),
    );
    return { own, winner: winnerSource(scene, maps, contour) };
  }, [scene, maps, shown, contours, theme, isHeld]);
  return (
    <section className="maps-stage basins" aria-label={text.region} data-count={maps.runners.length}>
      {maps.runners.map((runner, i) => {
        const { name, mark } = ruleIn(runner, scene.optimizers);
        return (
          <MapTile
            key={runner.id}
            name={basinName(runner.id)}
            label={text.mapOf(name[language])}
            source={sources.own[i] as MapSource}
            isHeld={isHeld}
            title={
              <>
                <Glyph kind={mark.glyph} colour={mark[theme]} />
                <h2 data-drawn>{name[language]}</h2>
              </>
            }
          />
        );
      })}
      <MapTile label={text.winner} source={sources.winner} title={<h2 data-drawn>{text.winner}</h2>} />
      <div className="maps-said">
        <Readout scene={scene} maps={maps} axes={maps.area} runners={maps.runners} hint={text.point} />
        <MapLegend scene={scene} maps={maps} />
      </div>
    </section>
  );
}

/** The map of two settings of one optimizer, and the run under the probe on the surface. */
function Hyper(): ReactNode {
  const scene = useStore(sceneStore, (state) => state.scene);
  const maps = useMemo(() => chosenMaps(scene), [scene]);
  const { maps: text } = useText();
  const language = useLanguage();
  const theme = useTheme();
  const { runner, axes } = maps;
  const kind = scene.maps?.trials;
  const trials = useMemo(
    () => (runner === undefined || kind === undefined ? [] : trialsOf(scene, runner, maps, kind)),
    [scene, runner, maps, kind],
  );
  const source = useMemo(() => runner && hyperSource(scene, maps, runner, trials), [scene, maps, runner, trials]);
  const runners = useMemo(() => (runner === undefined ? [] : [runner]), [runner]);
  if (runner === undefined || source === undefined) return null;
  const { name, mark } = ruleIn(runner, scene.optimizers);
  return (
    <section className="maps-stage hyper" aria-label={text.region}>
      <MapTile
        key={runner.id}
        name={hyperName}
        label={text.mapOfTwo(name[language], axes[0].name, axes[1].name)}
        source={source}
        className="large"
        title={
          <>
            <Glyph kind={mark.glyph} colour={mark[theme]} />
            <h2 data-drawn>{text.mapOfTwo(name[language], axes[0].name, axes[1].name)}</h2>
          </>
        }
      />
      <div className="maps-said">
        <SurfacePath scene={scene} maps={maps} runner={runner} />
        {trials.length > 0 && <TrialWords trials={trials} />}
        <Readout scene={scene} maps={maps} axes={axes} runners={runners} hint={text.pointTwo} />
        <MapLegend scene={scene} maps={maps} hasBoundary={boundaryOf(scene, runner, axes).length > 0} />
      </div>
    </section>
  );
}
