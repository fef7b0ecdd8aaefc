import { median, spread } from '../measure/statistics.js';
import { table } from '../measure/table.js';
import type { CopyResult } from './copy-case.js';
import type { HttpResult } from './http-case.js';
import type { Round } from './round.js';
import type { Shape } from './shapes.js';

/** Ratios first: they are what survives a change of machine. */
export const report = (rounds: readonly Round[], shapes: readonly Shape[]): string =>
  `${ratios(rounds, shapes)}\n\n${rates(rounds, shapes)}\n`;

const AGAINST: Record<string, (round: Round, shape: number) => number> = {
  'bare Fastify': ({ bare }, shape) => bare[shape]!.recordsPerSecond,
  'COPY of the rows': ({ copy }) => copy.recordsPerSecond,
  'COPY of rows and bodies': ({ copyWithBodies }) => copyWithBodies.recordsPerSecond,
};

function ratios(rounds: readonly Round[], shapes: readonly Shape[]): string {
  const rows = shapes.map(({ name }, shape) => [
    name,
    ...Object.values(AGAINST).map((of) =>
      spread(rounds.map((round) => round.ingest[shape]!.recordsPerSecond / of(round, shape))),
    ),
  ]);
  return table([['ingest / …', ...Object.keys(AGAINST)], ...rows]);
}

function rates(rounds: readonly Round[], shapes: readonly Shape[]): string {
  const http = (what: string, name: string, results: readonly HttpResult[]) => {
    const of = (key: keyof HttpResult, digits = 0) =>
      median(results.map((result) => result[key] ?? Number.NaN)).toFixed(digits);
    return [
      `${what}, ${name}`,
      of('recordsPerSecond'),
      of('p50Ms', 1),
      of('p99Ms', 1),
      of('nodeUs', 1),
      of('postgresUs', 1),
      of('loadBusy', 2),
      of('bytesPerRecord'),
      of('recordsPerCommit').replace('NaN', ''),
    ];
  };
  const copy = (name: string, results: readonly CopyResult[]) => {
    const of = (key: keyof CopyResult, digits = 0) => median(results.map((result) => result[key])).toFixed(digits);
    return [name, of('recordsPerSecond'), '', '', '', of('cpuUsPerRecord', 1), '', '', ''];
  };
  const at = (side: 'ingest' | 'bare', shape: number) => rounds.map((round) => round[side][shape]!);
  return table([
    ['', 'records/s', 'p50 ms', 'p99 ms', 'node µs/rec', 'pg µs/rec', 'load busy', 'bytes/rec', 'rec/commit'],
    ...shapes.flatMap(({ name }, shape) => [
      http('ingest', name, at('ingest', shape)),
      http('bare Fastify', name, at('bare', shape)),
    ]),
    copy(
      'COPY of the rows',
      rounds.map((round) => round.copy),
    ),
    copy(
      'COPY of rows and bodies',
      rounds.map((round) => round.copyWithBodies),
    ),
  ]);
}
