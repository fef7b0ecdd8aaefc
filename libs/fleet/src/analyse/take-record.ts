import type { CrashRecord, DumpRecord, rest } from '@inpage/contracts';
import { canonicalEvent, diskEvent, stopEvidence, type StopEvidence, type WindowsEvent } from '@inpage/winevent';
import { diskEventRecord } from '../digest/disk-event-record.js';
import type { Evidence } from '../digest/evidence.js';
import { readInventory } from '../digest/machine-inventory.js';
import { contentId } from '../receive/content-id.js';
import { observe, type Observation } from '../receive/observe.js';
import type { Found } from '../receive/read-body.js';
import type { ComputerTold, Findings } from './findings.js';

type Said = Omit<Evidence, 'machineId' | 'recordId' | 'receivedAtMs'>;
type Source = Pick<rest.AnalysisSource, 'kind' | 'says' | 'where'>;

/** Takes over what one event says; most events of a log say nothing here. */
export function takeEvent(findings: Findings, event: WindowsEvent, where: string, computer = event.computer): void {
  findings.readable++;
  const [stop, storage] = [stopEvidence(event), diskEvent(event)];
  if (stop === undefined) findings.otherEvents++;
  if (stop === undefined && storage === undefined) return;
  const told = findings.of(computer);
  const recordId = contentId(told.machineId, canonicalEvent(event));
  if (storage !== undefined) told.storage.set(recordId, diskEventRecord(storage, told.machineId, recordId, undefined));
  if (stop === undefined || told.evidence.has(recordId)) return;
  told.evidence.set(recordId, { ...stop, machineId: told.machineId, recordId, receivedAtMs: findings.nowMs });
  findings.sources.set(recordId, sourceOf({ kind: stop.kind, says: eventName(event), where }, event.timeMs));
}

/** Takes over a record of ours: validated, in its own shape. */
export function takeRecord(findings: Findings, found: Found, where: string): void {
  const observed = observe(found);
  if (!observed.ok) return findings.fault(where, observed.error.detail);
  const seen = observed.value;
  if (seen.kind === 'event') return takeEvent(findings, seen.event, where, seen.computer);
  findings.readable++;
  const told = findings.of(seen.computer);
  const recordId = contentId(told.machineId, seen.identity);
  if (seen.kind === 'inventory') {
    told.inventories.set(recordId, readInventory(seen.inventory, told.machineId, recordId, seen.atMs));
  }
  const said = SAID[seen.kind]?.(seen as never);
  if (said === undefined) return;
  addEvidence(findings, told, { ...said, recordId }, { kind: seen.kind, says: `A ${seen.kind} record`, where });
}

/** Takes over the facts of the dump that the file is. Without `isDated` the time in the record is made up. */
export function takeDump(findings: Findings, dump: DumpRecord, isDated: boolean): void {
  const observed = observe(dump);
  if (!observed.ok) return findings.fault('the dump', observed.error.detail);
  const told = findings.of(undefined);
  const recordId = contentId(told.machineId, observed.value.identity);
  const said = dumpSaid({ dump, atMs: observed.value.atMs });
  const source = { kind: 'dump', says: 'The dump itself', where: null };
  addEvidence(findings, told, { ...said, recordId }, isDated ? source : { ...source, at: null });
  if (!isDated) findings.undated.add(recordId);
}

export function addEvidence(
  findings: Findings,
  told: ComputerTold,
  said: Said & Pick<Evidence, 'recordId'>,
  source: Source & Partial<rest.AnalysisSource>,
): void {
  told.evidence.set(said.recordId, { ...said, machineId: told.machineId, receivedAtMs: findings.nowMs });
  findings.sources.set(said.recordId, sourceOf(source, said.reportedAtMs));
}

const sourceOf = (source: Source & Partial<rest.AnalysisSource>, atMs: number): rest.AnalysisSource => ({
  at: new Date(atMs).toISOString(),
  blamed: null,
  doubts: [],
  ...source,
});

const eventName = ({ provider, eventId }: WindowsEvent): string => `Event ${eventId} of ${provider}`;

/** What the kinds of records say about a stop; inventories and beats say nothing. */
const SAID: Partial<Record<Observation['kind'], (seen: never) => Said>> = {
  crash: ({ crash, atMs }: { crash: CrashRecord; atMs: number }) => ({
    ...stopSaid(crash, atMs),
    parameters: crash.parameters && stopSaid(crash, atMs).parameters,
    source: crash.source ?? 'reduced',
    reportId: crash.reportId,
  }),
  dump: dumpSaid,
};

function dumpSaid({ dump, atMs }: { dump: DumpRecord; atMs: number }): Said {
  return { ...stopSaid(dump, atMs), source: 'dump', dump: dump.facts };
}

function stopSaid(
  { code, parameters = [], disk, driverStack }: Pick<CrashRecord, 'code' | 'parameters' | 'disk' | 'driverStack'>,
  atMs: number,
): Said {
  const [p1, p2, p3, p4] = parameters.map(BigInt);
  const kind: StopEvidence['kind'] = 'crash';
  return {
    ...{ kind, reportedAtMs: atMs, stoppedAtMs: atMs, disk, driverStack },
    code: Number(code) || undefined,
    parameters: [p1, p2, p3, p4],
  };
}
