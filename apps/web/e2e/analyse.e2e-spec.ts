import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.js';
import { settled, signIn, startBrowser, watchedPage, type WatchedPage } from './browser.js';
import { startServer, type Server } from './server.js';

const example = (name: string): string =>
  fileURLToPath(new URL(`../../../docs/worked-examples/${name}`, import.meta.url));

let server: Server;
let browser: Browser;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  browser = await startBrowser();
  watched = await watchedPage(browser, server.url);
  page = watched.page;
  await page.goto('/analyse');
  await signIn(page, server);
  await page.getByRole('heading', { level: 1, name: 'Analyse' }).waitFor();
  await settled(page);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const heading = (name: RegExp | string) => page.getByRole('heading', { level: 2, name });

describe('the page Analyse', () => {
  it('reads a stop that was pasted, with the keyboard alone', async () => {
    const text = page.getByLabel('Or paste a text');
    await text.fill('*** STOP: 0x0000007A (0xC0201754,0xC0000185,0x805D5B25,0x0456D860)');
    await text.press('Control+Enter');
    await heading(/KERNEL_DATA_INPAGE_ERROR, STATUS_IO_DEVICE_ERROR/).waitFor();
    for (const title of ['What happened', 'Who did it', 'How to fix it', 'Decoded parameters'])
      expect(await page.getByRole('region', { name: title }).count()).toBe(1);
    expect(await page.getByRole('region', { name: 'What this does not tell' }).innerText()).toContain('Which disk');
  });

  it('reads a file, with its lead-up, and names the disk', async () => {
    await page.getByLabel('File to analyse').setInputFiles(example('3-cable.ndjson'));
    await heading(/STATUS_IO_DEVICE_ERROR on CT1000MX500SSD1/).waitFor();
    expect(await page.getByRole('region', { name: 'Lead-up' }).innerText()).toContain('PARITY_ERROR');
    expect(await page.getByRole('region', { name: 'Who did it' }).innerText()).toContain('the cable');
  });

  it('shows what a dump knows of requests, and calls the module on the stack a victim', async () => {
    await page.getByLabel('File to analyse').setInputFiles(example('4-silent-nvme.ndjson'));
    await heading(/STATUS_IO_TIMEOUT on Samsung SSD 980 PRO 1TB/).waitFor();
    const dump = await page.getByRole('region', { name: 'From the dump' }).innerText();
    expect(dump).toContain('READ(10)');
    expect(dump).toMatch(/victim/i);
  });

  it('has no fault that axe finds, in light and in dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await axeFindings(page)).toEqual([]);
    }
  });

  it('stores nothing, and shows the line that would', async () => {
    await page.getByText('Keep it', { exact: true }).click();
    expect(await page.getByLabel('curl line', { exact: true }).innerText()).toContain('/v1/records');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('saves the answer as JSON', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as JSON' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('4-silent-nvme.ndjson.json');
  });

  it('says what a file is that it cannot read', async () => {
    await page.getByLabel('File to analyse').setInputFiles({
      name: 'minidump.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from('PK\u0003\u0004 and so on'),
    });
    await page.getByText('send the .dmp file inside it', { exact: false }).waitFor();
    expect(await page.getByText('no stop in it', { exact: false }).count()).toBe(1);
  });

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('broke no policy, asked nobody else, and threw nothing', () => {
    expect([watched.violations, watched.foreign, watched.errors]).toEqual([[], [], []]);
  });
});
