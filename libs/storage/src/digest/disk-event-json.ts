import { formatHex64, parseHex64 } from '@inpage/core';
import type { DiskEvent } from '@inpage/winevent';

/** The 64-bit numbers of an NVMe health report. */
const HEALTH_COUNTERS = [
  'dataUnitsRead',
  'dataUnitsWritten',
  'powerCycles',
  'powerOnHours',
  'unsafeShutdowns',
  'mediaErrors',
  'errorLogEntries',
] as const;

type Json = Readonly<Record<string, unknown>>;

/** A storage event as jsonb keeps it: numbers of 64 bits as hex strings, what is not known left out. */
export const diskEventJson = (event: DiskEvent): Json =>
  JSON.parse(JSON.stringify(event, (_key, value: unknown) => (typeof value === 'bigint' ? formatHex64(value) : value)));

/** Back again. Which texts are numbers is known by their places, so a model that reads `0x10` stays one. */
export function readDiskEventJson(json: Json): DiskEvent {
  const { lba, command, nvmeHealth, ...rest } = json as { readonly [name: string]: Json | undefined };
  return {
    ...rest,
    ...withNumbers({ lba }, ['lba']),
    ...(command && { command: { ...command, ...withNumbers(command, ['lba']) } }),
    ...(nvmeHealth && { nvmeHealth: { ...nvmeHealth, ...withNumbers(nvmeHealth, HEALTH_COUNTERS) } }),
  } as unknown as DiskEvent;
}

const withNumbers = (json: Json, names: readonly string[]): Json =>
  Object.fromEntries(names.flatMap((name) => (typeof json[name] === 'string' ? [[name, parseHex64(json[name])]] : [])));
