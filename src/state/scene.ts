export type {
  BuiltInSurface,
  DataSurface,
  LrSchedule,
  MuSchedule,
  Runner,
  Scene,
  SceneIntervention,
  SceneSurface,
  TypedSurface,
} from './schema.ts';
export type { Problem } from './problem.ts';
export { hasOwnData, isBuiltIn, isTyped, sceneSchema } from './schema.ts';
export {
  hasRows,
  initialRunner,
  initialScene,
  initialSurface,
  stepsOn,
  suggestedRate,
  withSurface,
  withSurfaceChanged,
} from './initial.ts';
export { readScene, type Reading } from './read/scene.ts';
