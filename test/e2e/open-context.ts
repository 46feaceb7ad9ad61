import type { Browser, BrowserContext } from 'playwright-core';

/** What a page must not do: write errors, break its policy of content, ask another server for anything. */
export interface Complaints {
  readonly list: string[];
}

/** Runs in the page before anything else there. */
const watchPolicy = `document.addEventListener('securitypolicyviolation', (event) =>
  globalThis.reportPolicyBreach('content policy: ' + event.violatedDirective + ' ' + event.blockedURI));`;

/** A profile of its own, as an office in China has it; what its pages must not do is added to the list. */
export async function openContext(
  browser: Browser,
  address: string,
  { list }: Complaints,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'zh-CN',
    timezoneId: 'America/St_Johns',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  // On a busy machine a page waits for its turn.
  context.setDefaultTimeout(60_000);
  await context.exposeFunction('reportPolicyBreach', (what: string) => list.push(what));
  await context.addInitScript(watchPolicy);
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    list.push(`console: ${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (error) => list.push(`page: ${error.error().message}`));
  context.on('request', (request) => {
    const url = request.url();
    const own = url.startsWith(address) || /^(data|blob):/.test(url);
    if (!own) list.push(`outside: ${url}`);
  });
  return context;
}
