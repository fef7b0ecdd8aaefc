import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXAMPLES } from './worked-example-inputs.mjs';

/** @typedef {import('./worked-example-inputs.mjs').Example} Example */

const HEAD = `# Worked examples

Six stops, from the raw records to the fix. Every answer below was printed by the product: \`npm run docs:generate\` runs
\`inpage analyse\` over the inputs and writes this page, and a test fails when it is stale. Where a story is public its source is given;
the records around it (computer, inventory, times) are made up, and so are all serial numbers.
`;

/**
 * docs/worked-examples.md and the inputs beside it, by file name.
 * @returns {Promise<Record<string, string>>}
 */
export async function workedExamples() {
  const { run } = await import('@inpage/cli');
  const folder = mkdtempSync(join(tmpdir(), 'inpage-examples-'));
  try {
    /** @type {string[]} */
    const chapters = [];
    /** @type {Record<string, string>} */
    const files = {};
    for (const [at, example] of EXAMPLES.entries()) {
      const path = join(folder, example.file);
      writeFileSync(path, example.content);
      files[`worked-examples/${example.file}`] = example.content;
      chapters.push(chapter(at + 1, example, await printed(run, path)));
    }
    const list = EXAMPLES.map(({ title }, at) => `${at + 1}. [${title}](#${anchor(`${at + 1}. ${title}`)})`);
    return { 'worked-examples.md': `${HEAD.trimEnd()}\n\n${list.join('\n')}\n\n${chapters.join('\n')}`, ...files };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {typeof import('@inpage/cli').run} run
 * @param {string} path
 */
async function printed(run, path) {
  let page = '';
  const code = await run(['analyse', path, '--width', '100', '--colour', 'never'], {
    out: (text) => void (page += text),
    err: (text) => void (page += text),
    // eslint-disable-next-line require-yield -- nobody types here
    stdin: async function* () {},
    stdinIsTty: false,
    hasColours: false,
    hasUnicode: true,
  });
  if (code !== 0) throw new Error(`inpage analyse ${path} ended with ${code}:\n${page}`);
  return page.trimEnd();
}

/**
 * @param {number} number
 * @param {Example} example
 * @param {string} page
 */
const chapter = (number, { title, told, file, raw, fixed, source }, page) => `## ${number}. ${title}

${told}

What came in is [${file}](worked-examples/${file}); the telling part of it:

\`\`\`text
${raw}
\`\`\`

\`\`\`text
$ npx inpage analyse ${file}
${page}
\`\`\`

**The fix.** ${fixed}

${source}
`;

/** @param {string} heading */
const anchor = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');
