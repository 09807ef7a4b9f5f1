import type { Run } from '../../engine/run.ts';
import { ghostColour, ghostDashes } from '../../scene/geometry/ghost.ts';
import type { Ghost } from '../../state/ghosts.ts';
import type { Glyph } from '../../optimizers/rule.ts';
import type { Language } from '../../formula/text.ts';
import { ruleIn } from '../../state/rule.ts';
import type { Scene } from '../../state/scene.ts';

/** How a run's line looks and is called. */
export interface Look {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly glyph: Glyph;
  /** Lengths in line widths; [] is solid. */
  readonly dash: readonly number[];
}

export function looksOf(
  scene: Scene,
  runs: readonly Pick<Run, 'id'>[],
  theme: 'light' | 'dark',
  language: Language,
): Look[] {
  return runs.flatMap(({ id }): Look[] => {
    const runner = scene.optimizers.find((one) => one.id === id);
    if (runner === undefined) return [];
    const { name, mark } = ruleIn(runner, scene.optimizers);
    return [{ id, name: name[language], colour: mark[theme], glyph: mark.glyph, dash: mark.dash }];
  });
}

/** How the line of a ghost looks. */
export interface GhostLook {
  readonly key: string;
  /** The optimizer. */
  readonly id: string;
  readonly colour: string;
  readonly dash: readonly number[];
  /** As a share of a run's line, where it is not that of other ghosts. */
  readonly width?: number;
}

/** The ghosts of runs with these looks. */
export const ghostLooks = (ghosts: readonly Ghost[], looks: readonly Look[]): GhostLook[] =>
  ghosts.flatMap(({ key, id, kind }): GhostLook[] => {
    const of = looks.find((look) => look.id === id);
    return of === undefined ? [] : [{ key, id, colour: ghostColour(of.colour), dash: ghostDashes[kind] }];
  });
