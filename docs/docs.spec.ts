import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openApiDocument } from '@inpage/api';
import { CAUSE_CLASSES, renderBugchecksMarkdown, renderStatusCodesMarkdown } from '@inpage/codes';
import { configMarkdown, errorsMarkdown, metricsMarkdown } from '@inpage/platform';
import { renderRulesMarkdown, RULES } from '@inpage/triage';
import { describe, expect, it } from 'vitest';
import { workedExamples } from '../scripts/docs/worked-examples.mjs';

const examples = await workedExamples();
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...files('docs'),
  ...files('docs/adr').filter((path) => path.endsWith('.md')),
];

function files(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((e) =>
    e.isFile() && e.name.endsWith('.md') ? [`${folder}/${e.name}`] : [],
  );
}

describe('the pages that are made from code', () => {
  it.each([
    ['docs/bugchecks.md', renderBugchecksMarkdown()],
    ['docs/configuration.md', configMarkdown()],
    ['docs/errors.md', errorsMarkdown()],
    ['docs/metrics.md', metricsMarkdown()],
    ['docs/rules.md', renderRulesMarkdown(RULES)],
    ['docs/status-codes.md', renderStatusCodesMarkdown()],
    ['docs/openapi.json', `${JSON.stringify(openApiDocument(), null, 2)}\n`],
    ...Object.entries(examples).map(([file, text]) => [`docs/${file}`, text] as const),
  ])('%s is what `npm run docs:generate` writes now', (path, text) => {
    expect(read(path)).toBe(text);
  });
});

describe('the picture', () => {
  it('has a room for every app and lib, and every room exists', () => {
    const folders = ['apps', 'libs'].flatMap((parent) =>
      readdirSync(join(ROOT, parent)).map((name) => `${parent}/${name}`),
    );
    const named = [...read('docs/architecture.md').matchAll(/^\| `((?:apps|libs)\/[\w-]+)`\s*\|/gm)].map(
      ([, room]) => room,
    );
    expect(named.toSorted()).toEqual(folders.toSorted());
  });

  it('is what nest-cli.json lists', () => {
    const { projects } = JSON.parse(read('nest-cli.json')) as { projects: Record<string, { root: string }> };
    const folders = ['apps', 'libs'].flatMap((parent) =>
      readdirSync(join(ROOT, parent)).map((name) => `${parent}/${name}`),
    );
    expect(
      Object.values(projects)
        .map(({ root }) => root)
        .toSorted(),
    ).toEqual(folders.filter((f) => f !== 'apps/web').toSorted());
  });
});

describe('the glossary', () => {
  it.each(CAUSE_CLASSES)('explains the cause class %s', (cause) => {
    expect(read('docs/glossary.md')).toMatch(new RegExp(`^\\| \`${cause}\`\\s*\\|`, 'm'));
  });
});

describe('README.md', () => {
  it('lists every script that a person runs', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const missing = Object.keys(scripts).filter(
      (name) => !['start', 'test', 'build'].includes(name) && !read('README.md').includes(`npm run ${name}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('links', () => {
  const links = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target]) => [page, target!] as const),
  );

  it.each(links.filter(([, target]) => !/^https?:/.test(target)))('%s → %s leads somewhere', (page, target) => {
    expect(existsSync(join(ROOT, dirname(page), target))).toBe(true);
  });
});
