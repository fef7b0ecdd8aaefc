import { parseArgs } from 'node:util';
import type { rest } from '@inpage/contracts';
import { analyse } from '@inpage/fleet';
import { readInput, UnreadableInput } from '../input/read-input.js';
import { renderAnalysis } from '../page/render-analysis.js';
import { harmless, harmlessJson } from '../terminal/plain-text.js';
import type { Terminal } from '../terminal/terminal.js';
import { EXIT, UsageError, type Command } from './command.js';

const HELP = `Usage: inpage analyse FILE|- [OPTIONS]

Reads what you have of a Windows stop and says what happened, who did it and how to fix it.
Needs no server, sends nothing anywhere and keeps nothing.

FILE is one of these; what it is, is found out from its bytes. - reads standard input.
  - a kernel dump: C:\\Windows\\Minidump\\*.dmp, C:\\Windows\\MEMORY.DMP
  - Windows events: wevtutil qe System /f:xml, an .xml of Event Viewer, what a collector wrote
  - records of Inpage: event, crash, dump and inventory, as JSON or NDJSON
  - any text of WinDbg, BlueScreenView, WhoCrashed, Windows Error Reporting, vmware.log,
    of an event 1001 in any language, or what you typed off a stop screen

Options:
  --json           Print the answer as JSON, as POST /api/v1/analyse gives it
  --all            Tell of every stop in full. Default: of the newest whose cause can be told
  --colour WHEN    auto, always or never. Default: auto, which asks the terminal and NO_COLOR
  --width N        Columns to write in, 40 to 200. Default: those of the window, at most 100
  -h, --help       Show this help
  --version        Show the version

Exit codes:
  0  a stop was read
  1  nothing in it tells of a stop
  2  the command line is wrong
  3  the file cannot be read

Examples:
  inpage analyse 112126-9843-01.dmp
  wevtutil qe System /f:xml | inpage analyse -
  inpage analyse crash.txt --json | jq -r '.stops[].verdict.cause'
`;

const WIDEST_BY_ITSELF = 100;
const WIDTHS = { least: 40, most: 200 } as const;
const COLOURS = ['auto', 'always', 'never'] as const;

interface Asked {
  readonly file: string;
  readonly json: boolean;
  readonly all: boolean;
  readonly colour: (typeof COLOURS)[number];
  readonly width: number | undefined;
}

export const analyseCommand: Command = {
  name: 'analyse',
  summary: 'Read a dump, events or any text of a stop, and say what to do',
  help: HELP,
  async run(args, terminal) {
    const asked = readArguments(args);
    if (asked.file === '-' && terminal.stdinIsTty)
      terminal.err('inpage: reading what you type or paste; end with Ctrl-D, on Windows Ctrl-Z and Enter\n');
    try {
      const analysis = await readInput(asked.file, terminal, (source, name) => analyse(source, { name }));
      terminal.out(asked.json ? asJson(analysis) : asPage(analysis, asked, terminal));
      return analysis.stops.length > 0 ? EXIT.done : EXIT.nothing;
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error;
      terminal.err(`inpage: ${harmless(error.message)}\n`);
      return EXIT.unreadable;
    }
  },
};

const asJson = (analysis: rest.Analysis): string => `${harmlessJson(JSON.stringify(analysis, undefined, 2))}\n`;

const asPage = (analysis: rest.Analysis, { all, colour, width }: Asked, terminal: Terminal): string =>
  renderAnalysis(analysis, {
    all,
    width: width ?? Math.min(WIDEST_BY_ITSELF, Math.max(WIDTHS.least, terminal.columns ?? 80)),
    colours: colour === 'auto' ? terminal.hasColours : colour === 'always',
    unicode: terminal.hasUnicode,
  });

/** @throws UsageError */
function readArguments(args: readonly string[]): Asked {
  const { values, positionals } = parsed(args);
  if (positionals.length !== 1) {
    throw new UsageError(positionals.length === 0 ? 'a file is missing; - reads standard input' : 'one file at a time');
  }
  const colour = values.colour ?? values.color ?? 'auto';
  if (!isColour(colour)) throw new UsageError(`--colour is auto, always or never, not ${colour}`);
  return {
    file: positionals[0]!,
    json: values.json ?? false,
    all: values.all ?? false,
    colour,
    width: widthOf(values.width),
  };
}

const isColour = (text: string): text is Asked['colour'] => (COLOURS as readonly string[]).includes(text);

function widthOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const width = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (width < WIDTHS.least || width > WIDTHS.most) {
    throw new UsageError(`--width is a number from ${WIDTHS.least} to ${WIDTHS.most}, not ${text}`);
  }
  return width;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        all: { type: 'boolean' },
        colour: { type: 'string' },
        color: { type: 'string' },
        width: { type: 'string' },
      },
    });
  } catch (error) {
    // Node explains itself at length; its first sentence says what is wrong.
    throw new UsageError((error as Error).message.split('. ', 1)[0]!.replace(/\.$/, ''));
  }
}
