import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

/** Serves the built page to the tests on a free port of this machine; ends with them. */
export default async function serve(): Promise<() => Promise<void>> {
  const server = await preview({
    configFile: false,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    base: './',
    logLevel: 'silent',
    preview: { host: '127.0.0.1', port: 0 },
  });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the preview server has no address');
  process.env['DOWNHILL_ADDRESS'] = address;
  return () => server.close();
}
