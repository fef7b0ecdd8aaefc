import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.js';
import { settled, signIn, startBrowser, watchedPage, type WatchedPage } from './browser.js';
import { startServer, type Server } from './server.js';

/** Compressed script that the overview may load. */
const MAX_SCRIPT = 200_000;
const HEX = /^0x[0-9a-f]{8,16}$/i;

let server: Server;
let browser: Browser;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  browser = await startBrowser();
  watched = await watchedPage(browser, server.url);
  page = watched.page;
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const at = (path: string) => new RegExp(`^${server.url}${path}`);
const go = async (path: string) => {
  await page.goto(path);
  await settled(page);
};
const firstRowLink = (table: string) =>
  page.getByRole('table', { name: table }).locator('tbody').getByRole('link').first();

describe('signing in', () => {
  it('asks a stranger first, and refuses a wrong password', async () => {
    await page.goto('/groups?days=365');
    await page.waitForURL(at('/sign-in'));
    await signIn(page, { email: server.email, password: 'not the password' });
    await page.getByRole('alert').getByText('E-mail or password is wrong.').waitFor();
  });

  it('goes on to the page that was asked for', async () => {
    await signIn(page, server);
    await page.waitForURL(at('/groups\\?days=365$'));
    await page.getByRole('heading', { level: 1, name: 'Groups' }).waitFor();
  });
});

describe('overview', () => {
  it('says whether it is getting worse, and shows crashes over time as picture and as numbers', async () => {
    await go('/?days=365');
    await page.getByText(/crash(es)? in the last year/).waitFor();
    await page.getByRole('img', { name: /^Crashes over time from .*: [\d,]+ crash/ }).waitFor();
    await page.getByText('Show as table').click();
    expect(
      await page.getByRole('table', { name: 'Crashes over time, as numbers' }).locator('tbody tr').count(),
    ).toBeGreaterThan(0);
  });

  it('leads from a cause to its groups', async () => {
    const cause = page.getByRole('list', { name: 'Crashes by cause class' }).getByRole('link').first();
    await cause.click();
    await page.waitForURL(/\/groups\?.*cause=/);
  });
});

describe('groups', () => {
  it('keeps filter and sorting in the address, over a reload', async () => {
    await go('/groups?days=365');
    const cause = page.getByRole('list', { name: 'Cause' }).getByRole('link', { name: 'Media' });
    await cause.click();
    await page.waitForURL(/cause=media/);
    await page.getByRole('columnheader', { name: 'Machines' }).getByRole('link').click();
    await page.waitForURL(/sort=machines/);
    await page.reload();
    await settled(page);
    expect(page.url()).toMatch(/cause=media.*sort=machines/);
    expect(await cause.getAttribute('aria-current')).toBe('true');
    expect(await page.getByRole('columnheader', { name: 'Machines' }).getAttribute('aria-sort')).toBe('descending');
  });

  it('searches while one types, and says when nothing matches', async () => {
    await go('/groups?days=365');
    await page.getByRole('searchbox', { name: 'Search titles' }).fill('no such group');
    await page.waitForURL(/q=no\+such\+group/);
    await page.getByText('Nothing matches these filters.').waitFor();
    await page.getByRole('link', { name: 'Clear filters' }).click();
    await firstRowLink('Groups of crashes').waitFor();
    expect(await page.getByRole('searchbox', { name: 'Search titles' }).inputValue()).toBe('');
  });
});

describe('a group', () => {
  beforeAll(async () => {
    await go('/groups?days=365&cause=media');
    await firstRowLink('Groups of crashes').click();
    await page.waitForURL(/\/groups\/[0-9a-f-]{36}/);
    await settled(page);
  });

  it.each(['What happened', 'Who did it', 'How to fix it'])('tells: %s', async (title) => {
    const text = await page.getByRole('region', { name: title }).innerText();
    expect(text.replace(title, '').trim().length).toBeGreaterThan(20);
  });

  it('decodes the parameters, in hex and in words', async () => {
    const rows = page.getByRole('table', { name: /^Parameters of / }).locator('tbody tr');
    expect(await rows.count()).toBeGreaterThan(0);
    const hex = await rows.getByRole('button').first().locator('code').innerText();
    expect(hex).toMatch(HEX);
    await page.getByRole('table', { name: 'Rules behind the verdict' }).waitFor();
  });

  it('leads to an affected machine, and from there to its disk and its crash', async () => {
    const machine = await firstRowLink('Affected machines').innerText();
    await firstRowLink('Affected machines').click();
    await page.waitForURL(/\/machines\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { level: 1, name: machine }).waitFor();
    await firstRowLink('Recent crashes').click();
    await page.waitForURL(/\/crashes\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { level: 1, name: machine }).waitFor();
    await page.getByRole('table', { name: 'Records that speak of this crash' }).waitFor();
  });

  it('leads to an affected disk', async () => {
    await go('/disks');
    await firstRowLink('Disks').click();
    await page.waitForURL(/\/disks\/[0-9a-f-]{36}$/);
    await settled(page);
    await page.getByRole('region', { name: 'Where it has been' }).waitFor();
  });
});

describe('models and firmware', () => {
  const rows = () => page.getByRole('table', { name: /^Rates by / }).locator('tbody tr');

  it('count the disks of the fleet, and say what is missing where they are too few', { timeout: 120_000 }, async () => {
    const seen = async () => {
      await go('/models');
      return rows().count();
    };
    await expect.poll(seen, { timeout: 90_000, interval: 3_000 }).toBeGreaterThan(5);
    await page
      .getByText(/Not enough disks to say: .*disk-days missing/)
      .first()
      .waitFor();
  });

  it('keep what is compared in the address', async () => {
    await page.getByRole('navigation', { name: 'Compare' }).getByRole('link', { name: 'Driver' }).click();
    await page.waitForURL(/\/models\?by=driver$/);
    await page
      .getByRole('rowheader', { name: /^stornvme / })
      .first()
      .waitFor();
  });
});

describe('keys', () => {
  const label = `e2e ${Date.now()}`;
  const read = async (secret: string) =>
    (await fetch(`${server.url}/api/v1/groups`, { headers: { authorization: `Bearer ${secret}` } })).status;
  let secret = '';

  it('makes an API token that reads, and shows its secret once', async () => {
    await go('/settings/keys');
    await page.getByRole('radio', { name: /^API token/ }).check();
    await page.getByLabel('Label').fill(label);
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    secret = (await page.getByLabel('Secret', { exact: true }).innerText()).trim();
    expect(await read(secret)).toBe(200);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have copied it' }).click();
    expect(await page.content()).not.toContain(secret);
  });

  it('revokes it after a question', async () => {
    await page.getByRole('button', { name: `Revoke ${label}` }).click();
    const dialog = page.getByRole('dialog', { name: `Revoke ${label}?` });
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Revoke', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('row', { name: label }).getByText('Revoked').waitFor();
    expect(await read(secret)).toBe(401);
  });
});

describe('the keyboard', () => {
  it('skips to the content', async () => {
    await go('/machines');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });
});

describe('every page', () => {
  const places = async (): Promise<string[]> => {
    const read = async (path: string) =>
      (await (await page.request.get(`/api/v1/${path}`)).json()) as { items: { id: string }[] };
    const kinds = ['groups', 'crashes', 'machines', 'disks'];
    const details = await Promise.all(
      kinds.map(async (kind) => `/${kind}/${(await read(`${kind}?limit=1`)).items[0]?.id}`),
    );
    return [
      '/',
      '/?days=365',
      ...kinds.map((kind) => `/${kind}`),
      ...details,
      '/models',
      '/models?by=firmware&days=365',
      '/settings/keys',
      '/groups?q=zzzz',
      '/nowhere',
    ];
  };

  it.each(['light', 'dark'] as const)('is accessible in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const findings: string[] = [];
    for (const place of await places()) {
      await go(place);
      findings.push(...(await axeFindings(page)).map((finding) => `${place} ${finding}`));
    }
    expect(findings).toEqual([]);
  });

  it('fits on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const place of await places()) {
      await go(place);
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(tooWide, place).toBe(0);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('keeps to the content security policy, to our server, and without errors', async () => {
    const fresh = await watchedPage(browser, server.url, { storageState: await watched.context.storageState() });
    for (const place of await places()) {
      const answer = await fresh.page.goto(place);
      expect(answer?.headers()['content-security-policy'], place).toContain("style-src 'self'");
      await settled(fresh.page);
    }
    expect([fresh.violations, fresh.foreign, fresh.errors]).toEqual([[], [], []]);
    await fresh.page.evaluate(() =>
      document.body.append(Object.assign(document.createElement('style'), { textContent: 'a{}' })),
    );
    await expect.poll(() => fresh.violations, { message: 'a planted violation is noticed' }).toHaveLength(1);
    await fresh.context.close();
  });
});

describe('when something is wrong', () => {
  const problem = (status: number, code: string, title: string) => ({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: `/problems/${code}`, code, title, status, requestId: 'req-costume' }),
  });

  it('says what the server said, with the request id', async () => {
    await page.route('**/api/v1/machines?*', (route) =>
      route.fulfill(problem(400, 'cursor-invalid', 'The cursor is not one of ours')),
    );
    await page.goto('/machines?cursor=abc');
    const alert = page.getByRole('alert');
    await alert.getByRole('heading', { name: 'The cursor is not one of ours' }).waitFor();
    expect(await alert.innerText()).toMatch(/cursor-invalid.*req-costume/);
    expect(await axeFindings(page)).toEqual([]);
    await page.unroute('**/api/v1/machines?*');
    await alert.getByRole('button', { name: 'Try again' }).waitFor();
  });

  it('asks to sign in again when the session has ended, and keeps the address', async () => {
    await page.route('**/api/v1/disks?*', (route) =>
      route.fulfill(problem(401, 'credential-missing', 'A credential is needed')),
    );
    await page.goto('/disks?q=evo');
    await page.waitForURL(at('/sign-in\\?next=%2Fdisks%3Fq%3Devo$'));
    await page.unroute('**/api/v1/disks?*');
  });

  it('says how long to wait after too many attempts', async () => {
    await page.route('**/api/auth/sign-in/email', (route) =>
      route.fulfill({ ...problem(429, 'sign-in-throttled', 'Too many attempts'), headers: { 'retry-after': '42' } }),
    );
    await page.goto('/sign-in');
    await signIn(page, { email: 'bob@example.com', password: 'guess' });
    await page.getByRole('alert').getByText('Try again in 42 seconds').waitFor();
    await page.unroute('**/api/auth/sign-in/email');
  });

  it('shows the first steps while no machine has reported', async () => {
    const real = (await (await page.request.get('/api/v1/overview')).json()) as object;
    const nothing = {
      crashes: 0,
      crashesBefore: 0,
      machinesWithCrashes: 0,
      machines: 0,
      disks: 0,
      groups: 0,
      newGroups: 0,
      series: [],
      causes: [],
      topGroups: [],
    };
    await page.route('**/api/v1/overview?*', (route) => route.fulfill({ json: { ...real, ...nothing } }));
    await go('/');
    await page.getByRole('heading', { name: 'No machine has reported yet' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.unroute('**/api/v1/overview?*');
  });
});

describe('the first page', () => {
  it('loads at most 200 kB of compressed script', async () => {
    const fresh = await watchedPage(browser, server.url, { storageState: await watched.context.storageState() });
    const scripts: Promise<number>[] = [];
    fresh.page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    await fresh.page.goto('/');
    await settled(fresh.page);
    const total = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
    console.info(`overview: ${scripts.length} scripts, ${Math.round(total / 1000)} kB compressed`);
    expect(total).toBeLessThanOrEqual(MAX_SCRIPT);
    await fresh.context.close();
  });
});

describe('signing out', () => {
  it('ends the session', async () => {
    await go('/');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(at('/sign-in'));
    expect(await axeFindings(page)).toEqual([]);
    await page.goto('/groups');
    await page.waitForURL(at('/sign-in\\?next=%2Fgroups'));
  });
});
