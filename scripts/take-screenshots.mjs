import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/**
 * `node scripts/take-screenshots.mjs URL EMAIL PASSWORD`: the pictures of README.md, from a running `npm run demo`.
 */
const [url, email, password] = process.argv.slice(2);
if (!url || !email || !password) throw new Error('Usage: node scripts/take-screenshots.mjs URL EMAIL PASSWORD');
const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 1360, height: 900 }, baseURL: url, colorScheme: 'light' });
await page.goto('/');
await page.getByLabel('E-mail').fill(email);
await page.getByRole('textbox', { name: 'Password' }).fill(password);
await page.getByRole('button', { name: 'Sign in' }).click();
await page.getByRole('heading', { name: 'Overview' }).waitFor();
await page.waitForTimeout(1500);
await page.screenshot({ path: `${folder}overview.png` });
await page.goto('/groups?cause=media');
await page.getByRole('row').nth(1).getByRole('link').first().click();
await page.getByRole('heading', { name: 'What happened' }).waitFor();
await page.waitForTimeout(1500);
await page.screenshot({ path: `${folder}group.png`, fullPage: true });
await browser.close();
