/** Builds the page, serves it on this machine alone, prints the address, and opens it where there is a display. */
import { build, preview } from 'vite';

const { env, platform } = process;
const display = platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

await build({ logLevel: 'warn' });
const server = await preview({ preview: { open: display && !env.CI } });
console.log(`\n  Downhill runs at ${server.resolvedUrls?.local[0]}\n  Ctrl+C ends it.\n`);
