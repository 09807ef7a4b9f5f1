/** Builds the page, serves it on this machine alone, prints the address, and opens it where there is a display. */
import { build, preview } from 'vite';

const { env, platform } = process;
const display = platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

await build({ logLevel: 'warn' });
// In a folder of its own, so that what the browser keeps of the page stays clear of other pages of this address.
const server = await preview({ base: '/downhill/', preview: { open: display && !env.CI } });
console.log(`\n  Downhill runs at ${server.resolvedUrls?.local[0]}\n  Ctrl+C ends it.\n`);
