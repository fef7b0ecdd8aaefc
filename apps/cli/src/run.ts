import { COMMANDS } from './commands/commands.js';
import { EXIT, UsageError } from './commands/command.js';
import type { Terminal } from './terminal/terminal.js';
import { VERSION } from './version.js';

const HELP = `Usage: inpage COMMAND [OPTIONS]

Finds failing disks from Windows blue screens.

Commands:
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

Options:
  -h, --help     Show this help, or that of a command: inpage COMMAND --help
  --version      Show the version
`;

const WORDS: Readonly<Record<string, string>> = { '--help': HELP, '-h': HELP, help: HELP, '--version': `${VERSION}\n` };

/** Runs one command line, without the name of the program. Answers the exit code, and ends nothing by itself. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [word, ...args] = argv;
  if (word !== undefined && Object.hasOwn(WORDS, word)) return print(terminal, WORDS[word]!);
  const command = COMMANDS.find(({ name }) => name === word);
  if (command === undefined) {
    return misused(terminal, word === undefined ? 'a command is missing' : `there is no command ${word}`, 'inpage');
  }
  if (args.some((arg) => arg === '--help' || arg === '-h')) return print(terminal, command.help);
  if (args.includes('--version')) return print(terminal, WORDS['--version']!);
  try {
    return await command.run(args, terminal);
  } catch (error) {
    if (error instanceof UsageError) return misused(terminal, error.message, `inpage ${command.name}`);
    throw error;
  }
}

function print(terminal: Terminal, text: string): number {
  terminal.out(text);
  return EXIT.done;
}

function misused(terminal: Terminal, why: string, whose: string): number {
  terminal.err(`inpage: ${why}\n${whose} --help tells what there is.\n`);
  return EXIT.usage;
}
