import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.js';
import { settled, signIn, startBrowser, watchedPage, type WatchedPage } from './browser.js';
import { startServer, type Server } from './server.js';

let server: Server;
let browser: Browser;
let watched: WatchedPage;
let page: Page;
let question: Locator;
let comments: Locator;
let places: { group: string; crash: string };

beforeAll(async () => {
  server = await startServer();
  browser = await startBrowser();
  watched = await watchedPage(browser, server.url);
  page = watched.page;
  await page.goto('/groups');
  await signIn(page, server);
  await page.getByRole('heading', { level: 1, name: 'Groups' }).waitFor();
  places = { group: `/groups/${await firstId('groups')}`, crash: `/crashes/${await firstId('crashes')}` };
  question = page.getByRole('region', { name: 'Was this right?' });
  comments = page.getByRole('region', { name: 'Comments' });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The first of those that are media: the mock has remarks of its own on another group. */
async function firstId(kind: 'groups' | 'crashes'): Promise<string> {
  const { items } = (await (await page.request.get(`/api/v1/${kind}?cause=media`)).json()) as {
    items: { id: string }[];
  };
  return items[0]!.id;
}
const go = async (path: string) => {
  await page.goto(path);
  await settled(page);
};
const button = (within: Locator, name: string) => within.getByRole('button', { name, exact: true });
const focused = () => page.evaluate(() => document.activeElement?.textContent);

const inBothSchemes = async () => {
  const findings: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    findings.push(...(await axeFindings(page)).map((finding) => `${colorScheme} ${finding}`));
  }
  return findings;
};

describe.each(['group', 'crash'] as const)('was this right? of a %s', (kind) => {
  beforeAll(() => go(places[kind]));

  it('is asked, and takes “no” with what it was instead', async () => {
    await button(question, 'No').click();
    const what = question.getByLabel('What was it?');
    expect(await what.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await what.locator('option').allInnerTexts()).not.toContainEqual(expect.stringMatching(/^Media/));
    expect(await inBothSchemes()).toEqual([]);
    await what.selectOption('link');
    await question.getByLabel('Note').fill('Swapped the cable,\nquiet since.');
    await page.keyboard.press('Control+Enter');
    await question.getByText('it was the cable, seat, power or port').first().waitFor();
    expect(await question.innerText()).toMatch(
      /says: it was the cable[^]*Swapped the cable,\nquiet since\.[^]*The verdict was Media/,
    );
    expect(await focused()).toBe('Your answer is kept.');
  });

  it('shows the answer beside the verdict, over a reload', async () => {
    await page.reload();
    await settled(page);
    await page.locator('.page-head').getByText('it was the cable, seat, power or port').waitFor();
    expect(await inBothSchemes()).toEqual([]);
  });

  it('takes another answer in its place, or none, and forgets nothing', async () => {
    await button(question, 'Change').click();
    await button(question, 'Yes, it was right').click();
    await question.getByText('this was right').first().waitFor();
    await page.locator('.page-head').getByText('confirmed by').waitFor();
    await button(question, 'Withdraw').click();
    await button(question, 'No').waitFor();
    expect(await page.locator('.page-head').getByText('confirmed by').count()).toBe(0);
    await question.getByText('All answers (3)').click();
    expect(await question.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('the answer was withdrawn'),
      expect.stringContaining('this was right'),
      expect.stringContaining('it was the cable'),
    ]);
    expect(await inBothSchemes()).toEqual([]);
  });

  it('says why an answer was not kept, and keeps what was typed', async () => {
    const problem = {
      type: '/problems/internal',
      code: 'internal',
      title: 'Something broke on our side',
      status: 500,
      requestId: 'r',
    };
    await page.route('**/answer', (route) => route.fulfill({ status: 500, json: problem }));
    await button(question, 'No').click();
    await question.getByLabel('Note').fill('Do not lose this.');
    await button(question, 'Send').click();
    await question.getByRole('alert').getByText('Something broke on our side').waitFor();
    expect(await question.getByLabel('Note').inputValue()).toBe('Do not lose this.');
    await page.unroute('**/answer');
  });
});

describe.each(['group', 'crash'] as const)('comments on a %s', (kind) => {
  const word = `${kind}-${Date.now()}`;
  const written = `${word} <b onclick="alert(1)">not bold</b>\nsee https://tickets.example/4711?a=1&b=2.`;
  const mine = () => comments.getByRole('listitem').filter({ hasText: word });
  beforeAll(() => go(places[kind]));

  it('are none at first', async () => {
    await comments.getByText('No comment yet.').waitFor();
    await button(comments, 'Send').click();
    await comments.getByText('Write something first.').waitFor();
  });

  it('are sent with Ctrl+Enter and shown as they were typed, addresses as links', async () => {
    await comments.getByLabel('Write a comment').fill(written);
    await page.keyboard.press('Control+Enter');
    await mine().waitFor();
    expect(await comments.getByLabel('Write a comment').inputValue()).toBe('');
    expect(await mine().locator('.remark-text').innerText()).toBe(written);
    expect(await mine().locator('b').count()).toBe(0);
    const link = mine().getByRole('link');
    expect(await link.getAttribute('href')).toBe('https://tickets.example/4711?a=1&b=2');
    expect(await link.getAttribute('rel')).toContain('noopener noreferrer');
    expect(await mine().getByRole('time').or(mine().locator('time')).getAttribute('title')).toMatch(
      /\d{4}-\d{2}-\d{2}T/,
    );
    expect(await inBothSchemes()).toEqual([]);
  });

  it('are edited by their author; Escape leaves them as they are', async () => {
    await mine()
      .getByRole('button', { name: /^Edit your comment/ })
      .click();
    await comments.getByLabel('Edit comment').fill('never mind');
    await page.keyboard.press('Escape');
    expect(await mine().locator('.remark-text').innerText()).toBe(written);
    expect(await focused()).toBe('Edit');
    await page.keyboard.press('Enter');
    await comments.getByLabel('Edit comment').fill(`${word} edited`);
    expect(await inBothSchemes()).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await mine().getByText(`${word} edited`, { exact: true }).waitFor();
    await mine().getByText('edited', { exact: true }).waitFor();
  });

  it('are removed, and brought back at once if that was a mistake', async () => {
    await mine()
      .getByRole('button', { name: /^Remove your comment/ })
      .click();
    await comments.getByText('Comment removed.').waitFor();
    expect(await focused()).toBe('Undo');
    expect(await inBothSchemes()).toEqual([]);
    await page.keyboard.press('Enter');
    await mine().getByText(`${word} edited`, { exact: true }).waitFor();
    await mine()
      .getByRole('button', { name: /^Remove your comment/ })
      .click();
    await comments.getByText('Comment removed.').waitFor();
    await page.reload();
    await comments.getByText('No comment yet.').waitFor();
  });

  it('stay in the form when they cannot be sent', async () => {
    await page.route('**/comments', (route) => route.abort());
    await comments.getByLabel('Write a comment').fill('Do not lose this.');
    await button(comments, 'Send').click();
    await comments.getByRole('alert').waitFor();
    expect(await comments.getByLabel('Write a comment').inputValue()).toBe('Do not lose this.');
    await page.unroute('**/comments');
  });

  it('say that they cannot be read, and try again', async () => {
    const problem = {
      type: '/problems/internal',
      code: 'internal',
      title: 'Something broke on our side',
      status: 400,
      requestId: 'r',
    };
    await page.route('**/comments?*', (route) => route.fulfill({ status: 400, json: problem }));
    await page.reload();
    await comments.getByRole('alert').getByText('Something broke on our side').waitFor();
    await page.unroute('**/comments?*');
    await button(comments, 'Try again').click();
    await comments.getByText('No comment yet.').waitFor();
  });
});

describe('many comments', () => {
  it('come page by page, fit on a phone, and end', async () => {
    await go(places.group);
    const made: string[] = [];
    for (let n = 1; n <= 22; n++) {
      const data = { text: n === 22 ? `${'W'.repeat(300)} https://tickets.example/${'x'.repeat(300)}` : `number ${n}` };
      const answer = await page.request.post(`/api/v1${places.group}/comments`, {
        data,
        headers: { origin: server.url },
      });
      made.push(((await answer.json()) as { id: string }).id);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await page.reload();
    await settled(page);
    expect(await comments.getByRole('listitem').count()).toBe(20);
    await button(comments, 'Older comments').click();
    await comments.getByText('number 1', { exact: true }).waitFor();
    expect(await button(comments, 'Older comments').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const id of made) await page.request.delete(`/api/v1/comments/${id}`, { headers: { origin: server.url } });
  });
});

describe('a group that is no more', () => {
  it('still shows what was said of it, and nothing to write in', async () => {
    const id = '00000000-0000-8000-8000-00000000c0de';
    const about = { kind: 'group', id, title: 'KERNEL_DATA_INPAGE_ERROR on a former disk' };
    const comment = {
      id,
      about,
      author: { id: 'bob', name: 'Bob' },
      writtenAt: new Date().toISOString(),
      editedAt: null,
      text: 'I was here.',
    };
    const page_ = { nextCursor: null, asOf: new Date().toISOString() };
    await page.route(`**/groups/${id}/comments?*`, (route) => route.fulfill({ json: { items: [comment], ...page_ } }));
    await page.route(`**/groups/${id}/answers?*`, (route) =>
      route.fulfill({ json: { items: [], current: null, ...page_ } }),
    );
    await go(`/groups/${id}`);
    await page.getByRole('heading', { level: 1, name: about.title }).waitFor();
    await comments.getByText('I was here.').waitFor();
    expect(await comments.getByLabel('Write a comment').count()).toBe(0);
    expect(await inBothSchemes()).toEqual([]);
    await page.unroute(`**/groups/${id}/comments?*`);
    await page.unroute(`**/groups/${id}/answers?*`);
  });

  it('and of which nothing was said, is not found', async () => {
    await go('/groups/00000000-0000-8000-8000-00000000dead');
    await page.getByRole('heading', { level: 1, name: 'Nothing here' }).waitFor();
  });
});

it('kept to the content security policy, to our server, and without errors', () => {
  expect([watched.violations, watched.foreign, watched.errors]).toEqual([[], [], []]);
});
