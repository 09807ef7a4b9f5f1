import { createPlugin } from 'leva/plugin';
import { format, normalise, sanitise } from './plugin.ts';
import { Slider } from './Slider.tsx';

/** The one input of leva's that the page uses: stock number inputs round small hyperparameters away. */
export const levaSlider = createPlugin({ component: Slider, normalize: normalise, sanitize: sanitise, format });
