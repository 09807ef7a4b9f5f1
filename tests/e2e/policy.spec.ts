import { expect, test } from './page.ts';

/** What this test provokes; every other test fails on any violation, whatever view, dialog or export it visits. */
test.use({ allowed: [/policy violated|Content Security Policy|TrustedHTML|TrustedScript/], viewport: { width: 640, height: 480 } }); // prettier-ignore

test('the built page runs no text as code or HTML, has no inline style, and asks nobody else', async ({ page }) => {
  await page.goto('./#{"view":"lessons"}');
  await page.waitForFunction(() => window.downhill !== undefined);
  const done = await page.evaluate(async () => {
    const attempts: Record<string, () => unknown> = {
      eval: () => Reflect.apply(Reflect.get(globalThis, 'eval') as () => unknown, undefined, ['1']),
      timer: () => Reflect.apply(setTimeout, window, ['1']),
      html: () => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>'),
      script: () => (document.createElement('script').text = '1'),
      address: () => (document.createElement('script').src = 'https://example.com/a.js'),
      worker: () => new Worker('data:text/javascript,1'),
      request: () => fetch('https://example.com/'),
    };
    const succeeded: string[] = [];
    // What the test itself starts may run text; what the page does later may not.
    await new Promise(requestAnimationFrame);
    for (const [name, attempt] of Object.entries(attempts))
      try {
        await attempt();
        succeeded.push(name);
      } catch {
        continue;
      }
    const violated = new Promise<boolean>((resolve) => {
      addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
        if (violatedDirective === 'style-src-attr') resolve(true);
      });
    });
    document.body.setAttribute('style', 'color: red');
    return { succeeded, violated: await violated };
  });
  expect(done).toEqual({ succeeded: [], violated: true });
});
