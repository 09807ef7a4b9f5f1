import { test as base, expect } from '@playwright/test';
import { leaveUnpainted } from './playground/unpainted.ts';

export { expect };

interface Watch {
  /** Faults that a test causes on purpose; anything else that goes wrong in the page fails the test. */
  allowed: RegExp[];
  /** Whether the 3D picture has pixels: not where a test looks at none, so that the machine has its time for the rest. */
  isPainted: boolean;
  watch: string[];
}

/**
 * Playwright's test on the served build: `page.goto('./')` is the first screen. A test fails on any console error,
 * uncaught error, violation of the Content-Security-Policy, failed request, or request to another origin.
 */
export const test = base.extend<Watch>({
  allowed: [[], { option: true }],
  isPainted: [true, { option: true }],
  baseURL: async ({}, use) => {
    await use(process.env['DOWNHILL_ADDRESS']);
  },
  watch: [
    async ({ context, baseURL, allowed, isPainted }, use) => {
      if (!isPainted) await context.addInitScript(leaveUnpainted);
      const faults: string[] = [];
      const { origin } = new URL(baseURL ?? '');
      context.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== origin) faults.push(`another origin: ${url.href}`);
      });
      context.on('requestfailed', (request) => {
        const { errorText = '' } = request.failure() ?? {};
        // Leaving a page ends what it was still loading.
        if (errorText !== 'net::ERR_ABORTED') faults.push(`request failed: ${request.url()}, ${errorText}`);
      });
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) => {
          console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      await use(faults);
      expect(faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault)))).toEqual([]);
    },
    { auto: true },
  ],
});
