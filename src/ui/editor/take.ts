import type { Problem, Reading, Scene } from '../../state/scene.ts';
import { change, report } from '../../state/store.ts';

/** Changes the scene by what somebody typed, as `change` does, and tells what of it could not be taken. */
export function take(recipe: (scene: Scene) => Reading, group?: string): void {
  let problems: readonly Problem[] = [];
  change((before) => {
    const reading = recipe(before);
    problems = reading.problems;
    return reading.scene;
  }, group);
  if (problems.length > 0) report(problems);
}
