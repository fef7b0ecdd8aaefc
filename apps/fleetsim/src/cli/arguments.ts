import { parseArgs } from 'node:util';
import { err, ok, type Result } from '@inpage/core';
import type { SimulationOptions } from '../simulate.js';
import { STORY_IDS, type StoryId } from '../stories/story-id.js';
import { storiesOf } from '../stories/stories.js';

/** One option of the command line: its default, its meaning. A test holds this table and docs/fleetsim.md together. */
export const OPTIONS = {
  url: { value: 'URL', default: 'http://127.0.0.1:7070', text: 'where Inpage listens' },
  key: { value: 'KEY', default: '', text: 'enrolment key; else the variable INPAGE_ENROLMENT_KEY' },
  machines: { value: 'N', default: '500', text: 'size of the fleet, 10 to 1,000,000' },
  days: { value: 'N', default: '90', text: 'length of the simulated time, 7 to 730' },
  seed: { value: 'N', default: '7', text: 'equal seeds give equal fleets' },
  stories: { value: 'LIST', default: 'all', text: 'all, none, or names separated by commas' },
  out: { value: 'FILE', default: '', text: 'where the truth is written; default: fleetsim-truth-<seed>.jsonl' },
  end: { value: 'DATE', default: '', text: 'when the simulated time ends, ISO 8601; default: now' },
  concurrency: { value: 'N', default: '8', text: 'machines that send at the same time, 1 to 256' },
  speed: { value: 'N', default: 'asap', text: 'records per second, or asap' },
} as const;

type OptionName = keyof typeof OPTIONS;
type Values = Record<OptionName, string>;

export const USAGE = `fleetsim: a simulated Windows fleet that reports to Inpage, and the truth about it

Usage: node apps/fleetsim/dist/main.js --url URL --key KEY [options]

${Object.entries(OPTIONS).map(describe).join('\n')}
  --help               this text

Stories:
${storiesOf(STORY_IDS)
  .map(({ id, text }) => `  ${id.padEnd(20)} ${text}`)
  .join('\n')}

Ends with 0 when every record was taken, 3 when some were rejected, 1 when the server could not be reached or refused,
2 when the options cannot be used, 130 after Ctrl-C.
`;

function describe([name, { value, text, default: preset }]: [string, (typeof OPTIONS)[OptionName]]): string {
  return `  ${`--${name} ${value}`.padEnd(20)} ${text}${preset ? ` (default ${preset})` : ''}`;
}

export type Command = { readonly run: SimulationOptions } | { readonly help: true };

/** Reads the command line. An error is a sentence for the person who typed it. */
export function readArguments(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  now: Date,
): Result<Command, string> {
  const typed = parseValues(argv);
  if (!typed.ok) return typed;
  if (typed.value === 'help') return ok({ help: true });
  const run = simulationOptions(typed.value, env, now);
  return run.ok ? ok({ run: run.value }) : run;
}

function parseValues(argv: readonly string[]): Result<Values | 'help', string> {
  const named = Object.entries(OPTIONS).map(([name, o]) => [name, { type: 'string' as const, default: o.default }]);
  try {
    const options = { ...Object.fromEntries(named), help: { type: 'boolean' as const, default: false } };
    const { values } = parseArgs({ args: [...argv], options, strict: true });
    const given: Readonly<Record<string, unknown>> = values;
    return ok(given.help === true ? 'help' : (given as Values));
  } catch (error) {
    return err((error as Error).message);
  }
}

function simulationOptions(
  values: Values,
  env: Readonly<Record<string, string | undefined>>,
  now: Date,
): Result<SimulationOptions, string> {
  const key = values.key || env.INPAGE_ENROLMENT_KEY || '';
  const faults: string[] = [];
  const whole = (name: OptionName, least: number, most: number): number => {
    const value = /^\d{1,16}$/.test(values[name]) ? Number(values[name]) : NaN;
    if (!(value >= least && value <= most)) faults.push(`--${name} is a whole number from ${least} to ${most}`);
    return value;
  };
  const stories = storyList(values.stories);
  if (!stories.ok) faults.push(stories.error);
  if (!/^https?:\/\//.test(values.url) || !URL.canParse(values.url)) faults.push('--url is an http or https address');
  if (key === '') faults.push('--key or INPAGE_ENROLMENT_KEY is needed');
  const end = values.end === '' ? now : new Date(values.end);
  if (Number.isNaN(end.getTime())) faults.push('--end is a date in ISO 8601');
  const seed = whole('seed', 0, Number.MAX_SAFE_INTEGER);
  const options = {
    ...{ url: values.url, key, seed, end, out: values.out || `fleetsim-truth-${seed}.jsonl` },
    ...{ machines: whole('machines', 10, 1_000_000), days: whole('days', 7, 730) },
    concurrency: whole('concurrency', 1, 256),
    speed: values.speed === 'asap' ? ('asap' as const) : whole('speed', 1, 1_000_000),
    stories: stories.ok ? stories.value : [],
  };
  return faults.length === 0 ? ok(options) : err(faults.join('; '));
}

function storyList(text: string): Result<StoryId[], string> {
  if (text === 'all') return ok([...STORY_IDS]);
  if (text === 'none') return ok([]);
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !STORY_IDS.some((id) => id === name));
  if (unknown.length > 0)
    return err(`--stories does not know ${unknown.join(', ')}; there are ${STORY_IDS.join(', ')}`);
  return ok(names as StoryId[]);
}
