import type { AnalysedStop, Analysis } from '../api/types.js';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  xml: 'application/xml',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
};

/** For a shell's single quotes. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
const line = (...parts: readonly string[]): string => parts.join(' ');
const bearer = `-H "Authorization: Bearer $INPAGE_KEY"`;

function dumpLine(origin: string, name: string, computer: string): string {
  return line(
    `curl ${bearer} -H ${quoted(`Inpage-Computer: ${computer}`)} -H 'Content-Type: application/octet-stream'`,
    `-H "Content-Digest: sha-256=:$(openssl dgst -sha256 -binary ${quoted(name)} | base64):"`,
    `--data-binary ${quoted(`@${name}`)} ${quoted(`${origin}/v1/dumps`)}`,
  );
}

function fileLine(origin: string, name: string): string {
  const type = CONTENT_TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/json';
  return `curl ${bearer} -H 'Content-Type: ${type}' --data-binary ${quoted(`@${name}`)} ${quoted(`${origin}/v1/records`)}`;
}

/** A text knows neither when nor where; whoever keeps it has to say both. */
function crashLine(origin: string, { decode, stoppedAt, computer }: AnalysedStop): string {
  const body = JSON.stringify({
    kind: 'crash',
    computer: computer ?? 'COMPUTER',
    at: stoppedAt ?? '2026-01-31T12:00:00Z',
    code: decode.code,
    parameters: decode.parameters.map(({ value }) => value ?? '0x0'),
  });
  return `curl ${bearer} -H 'Content-Type: application/json' -d ${quoted(body)} ${quoted(`${origin}/v1/records`)}`;
}

/** The line that sends what was analysed as records, for who wants to keep it; nothing where there is no stop to keep. */
export function keepLine({ input, stops }: Analysis, origin: string): string | undefined {
  const stop = stops[0];
  if (stop === undefined) return undefined;
  if (input.name === null || input.kind === 'text') return crashLine(origin, stop);
  return input.kind === 'dump'
    ? dumpLine(origin, input.name, stop.computer ?? 'COMPUTER')
    : fileLine(origin, input.name);
}
