import { surfaceOf } from '../../../surfaces/catalog.ts';
import { isTyped, type Scene } from '../../state/scene.ts';

const usual = 400;

/** The steps that a scene's surface suggests. */
export const surfaceSteps = ({ surface }: Pick<Scene, 'surface'>): number =>
  isTyped(surface) ? usual : surfaceOf(surface.id).steps;
