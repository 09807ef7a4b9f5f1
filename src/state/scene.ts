export type {
  BuiltInSurface,
  LrSchedule,
  MuSchedule,
  Runner,
  Scene,
  SceneIntervention,
  SceneSurface,
  TypedSurface,
} from './schema.ts';
export type { Problem } from './problem.ts';
export { isTyped, sceneSchema } from './schema.ts';
export { initialRunner, initialScene, initialSurface, suggestedRate, withSurface } from './initial.ts';
export { readScene, type Reading } from './read/scene.ts';
