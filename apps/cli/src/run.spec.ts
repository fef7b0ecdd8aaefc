import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rest } from '@inpage/contracts';
import { dumpCorpus, SECRET } from '@inpage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from './commands/commands.js';
import { run } from './run.js';
import { fakeTerminal } from './terminal/terminal.fixture.js';

const TYPED = '*** STOP: 0x0000007A (0xC0201754,0xC0000185,0x805D5B25,0x0456D860)';

let folder: string;
let dump: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inpage-cli-'));
  dump = join(folder, '112126-9843-01.dmp');
  writeFileSync(dump, dumpCorpus().get('x64 re-written')!);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function inpage(argv: string[], input?: string | Uint8Array) {
  const terminal = fakeTerminal({ input: input === undefined ? [] : [input] });
  const code = await run(argv, terminal);
  return { code, out: terminal.printed(), err: terminal.complained() };
}

describe('inpage analyse', () => {
  it('reads a dump for a person, and ends with 0', async () => {
    const { code, out, err } = await inpage(['analyse', dump]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^112126-9843-01\.dmp, /);
    for (const part of [
      'Verdict     probably media (',
      'How to fix it',
      'Modules on the stack',
      'Vostro 3020 T',
      'READ(10)',
    ]) {
      expect(out).toContain(part);
    }
    expect(out).not.toContain(SECRET);
  });

  it('prints with --json what REST answers', async () => {
    const { code, out } = await inpage(['analyse', dump, '--json']);
    expect(code).toBe(0);
    expect(rest.analysis.strict().safeParse(JSON.parse(out)).error).toBeUndefined();
  });

  it('reads standard input', async () => {
    const { code, out } = await inpage(['analyse', '-'], TYPED);
    expect(code).toBe(0);
    expect(out).toMatch(/^Standard input, .*STATUS_IO_DEVICE_ERROR/s);
  });

  it.each([
    ['a text without a stop', 'My computer is slow since Tuesday.'],
    ['an archive', 'PK\u0003\u0004'],
    ['nothing', ''],
  ])('ends with 1 for %s, and says what it is', async (_, input) => {
    const { code, out } = await inpage(['analyse', '-'], input);
    expect(code).toBe(1);
    expect(out).toContain('Nothing in it tells of a stop.');
  });

  it.each([
    ['no file', ['analyse']],
    ['two files', ['analyse', 'a', 'b']],
    ['an option that does not exist', ['analyse', 'a', '--jsn']],
    ['a colour that is none', ['analyse', 'a', '--colour', 'red']],
    ['a width that is none', ['analyse', 'a', '--width', '8']],
    ['no command', []],
    ['a command that does not exist', ['analyze']],
  ])('ends with 2 for %s, and says where help is', async (_, argv) => {
    const { code, out, err } = await inpage(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^inpage: [^\n]+\ninpage( analyse)? --help tells what there is\.\n$/);
  });

  it('ends with 3 for what cannot be read', async () => {
    expect(await inpage(['analyse', join(folder, 'absent.dmp')])).toMatchObject({ code: 3, out: '' });
    expect((await inpage(['analyse', folder])).err).toContain('this is a folder');
  });

  it('colours only when asked to, or where the terminal shows colours', async () => {
    expect((await inpage(['analyse', dump])).out).not.toContain('\u001b');
    expect((await inpage(['analyse', dump, '--colour=always'])).out).toContain('\u001b[');
    const terminal = fakeTerminal({ hasColours: true });
    await run(['analyse', dump, '--colour', 'never'], terminal);
    expect(terminal.printed()).not.toContain('\u001b');
  });

  it('keeps to the width that is given', async () => {
    const { out } = await inpage(['analyse', dump, '--width', '50']);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(50);
  });
});

describe('help', () => {
  it.each([[['--help']], [['-h']], [['help']]])('lists every command for %j', async (argv) => {
    const { code, out } = await inpage(argv);
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS) expect(out).toContain(`${name.padEnd(10)} ${summary}`);
  });

  it.each(COMMANDS.map(({ name }) => name))('of %s fits 100 columns and lists the exit codes', async (name) => {
    const { code, out } = await inpage([name, '--help']);
    expect(code).toBe(0);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(out).toMatch(/Exit codes:\n( {2}\d {2}\S[^\n]+\n)+/);
  });

  it('knows its version', async () => expect((await inpage(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/));
});
