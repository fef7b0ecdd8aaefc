import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.INPAGE_E2E_CHROMIUM ?? '/usr/bin/chromium', args: ARGS });

/** A page that notes whatever a page of ours must never do. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly violations: string[];
  readonly foreign: string[];
  readonly errors: string[];
}

type Options = NonNullable<Parameters<Browser['newContext']>[0]>;

export async function watchedPage(browser: Browser, origin: string, options: Options = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ ...options, baseURL: origin });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const watched = { page, context, violations: [] as string[], foreign: [] as string[], errors: [] as string[] };
  await page.exposeFunction('noteViolation', (text: string) => watched.violations.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const note = (window as unknown as { noteViolation: (text: string) => void }).noteViolation;
      note(`${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  page.on('pageerror', (error) => watched.errors.push(error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== 'data:') watched.foreign.push(url.href);
  });
  return watched;
}

export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** The page has its heading, and nothing is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}
