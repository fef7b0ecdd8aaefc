import type { DumpFacts, RequestHistory, rest, StackModule, TracedRequest } from '@inpage/contracts';
import { size, span } from './amounts.js';
import type { Paper } from './paper.js';

const MOST_REQUESTS = 8;
const COLUMNS = 12;

/** What the dump tells beside code, parameters and time. */
export function dumpSection(paper: Paper, { dump, decode }: rest.AnalysedStop): void {
  if (dump === null) return;
  requests(paper, 'Requests to the disks, as StorPort noted them', dump.storage);
  requests(paper, 'Requests to the disk with the paging file', dump.pagingStorage);
  modules(paper, dump, decode.family === 'inpage');
  paper.heading('From the dump');
  paper.field('Up for', dump.upTimeMs === undefined ? undefined : span(dump.upTimeMs / 1000), undefined, COLUMNS);
  paper.field('Process', dump.processName, undefined, COLUMNS);
  paper.field('Processor', dump.cpu, undefined, COLUMNS);
  paper.field('Hypervisor', dump.hypervisor, undefined, COLUMNS);
  paper.field('Pool', poolLine(dump), undefined, COLUMNS);
  paper.field('Committed', commitLine(dump), undefined, COLUMNS);
  paper.field('Drivers', driversLine(dump), undefined, COLUMNS);
  paper.field('Verifier', dump.verifierLevel ? 'Driver Verifier was on' : undefined, undefined, COLUMNS);
  notRead(paper, dump.warnings ?? []);
}

/** `field: why`; the same why is told once. */
function notRead(paper: Paper, warnings: readonly string[]): void {
  const fieldsOf = new Map<string, string[]>();
  for (const warning of warnings) {
    const at = warning.indexOf(': ');
    const [field, why] = [warning.slice(0, Math.max(0, at)), warning.slice(at < 0 ? 0 : at + 2)];
    fieldsOf.set(why, [...(fieldsOf.get(why) ?? []), field]);
  }
  for (const [why, fields] of fieldsOf) paper.note(`Without ${fields.filter(Boolean).join(', ')}: ${why}`);
}

function requests(paper: Paper, title: string, history: RequestHistory | undefined): void {
  if (history === undefined) return;
  const { driver, recorded, succeeded, outstanding, oldestOutstandingMs, failed, slowestMs } = history;
  paper.heading(title);
  const oldest = oldestOutstandingMs === undefined ? '' : `, the oldest for ${span(oldestOutstandingMs / 1000)}`;
  const slowest = slowestMs === undefined ? '' : ` The slowest answer took ${span(slowestMs / 1000)}.`;
  paper.prose(
    `Of the last ${recorded} requests${driver === undefined ? '' : ` through ${driver}`} ${succeeded} succeeded, ${failed.length} failed, and ${outstanding.length} had no answer yet${oldest}.${slowest}`,
  );
  requestList(paper, outstanding, ({ ageMs }) => `no answer${ageMs === undefined ? '' : ` for ${span(ageMs / 1000)}`}`);
  requestList(paper, failed, ({ srbStatusName, srbStatus, durationMs }) => {
    const how = srbStatusName ?? (srbStatus === undefined ? '' : `SRB status 0x${srbStatus.toString(16)}`);
    return `failed ${how === '' ? '' : `with ${how}`}${durationMs === undefined ? '' : ` after ${span(durationMs / 1000)}`}`;
  });
}

function requestList(paper: Paper, all: readonly TracedRequest[], fate: (one: TracedRequest) => string): void {
  for (const one of all.slice(0, MOST_REQUESTS)) {
    paper.item(`${one.name ?? `Command 0x${one.opcode.toString(16).padStart(2, '0')}`}: ${fate(one)}`);
  }
  if (all.length > MOST_REQUESTS) paper.note(`and ${all.length - MOST_REQUESTS} more like these`);
}

const STANDINGS: Record<StackModule['standing'], string> = {
  named: 'the failed instruction or a parameter lies in it',
  caller: 'it called for the stop',
  repeated: 'stands on the stack several times',
  single: 'stands on the stack once, which is mostly a leftover',
};

function modules(
  paper: Paper,
  { stackModules = [], addressModule, instructionModule }: DumpFacts,
  isInpage: boolean,
): void {
  if (stackModules.length === 0 && addressModule === undefined && instructionModule === undefined) return;
  paper.heading('Modules on the stack');
  if (isInpage) paper.note('With this stop whatever is named here is the victim: it asked for data that did not come.');
  for (const { name, origin, standing, unloaded } of stackModules) {
    const whose = origin === 'third-party' ? ', not of Windows' : '';
    paper.item(`${name}${whose}${unloaded ? ', unloaded' : ''}: ${STANDINGS[standing]}`);
  }
  if (instructionModule !== undefined) paper.note(`The instruction that failed lies in ${instructionModule}.`);
  if (addressModule !== undefined) paper.note(`The page that was missing belongs to ${addressModule}.`);
}

const PAGE_BYTES = 4096;
const share = (part: number, whole: number): string => (whole > 0 ? `, ${Math.floor((100 * part) / whole)} %` : '');

function poolLine({ nonPagedPool }: DumpFacts): string | undefined {
  if (nonPagedPool === undefined) return undefined;
  const [used, most] = [Number(nonPagedPool.allocatedBytes), Number(nonPagedPool.maximumBytes)];
  return `${size(used)} of at most ${size(most)} nonpaged pool${share(used, most)}`;
}

function commitLine({ commit }: DumpFacts): string | undefined {
  if (commit === undefined) return undefined;
  const [used, most] = [Number(commit.pages) * PAGE_BYTES, Number(commit.limitPages) * PAGE_BYTES];
  return `${size(used)} of ${size(most)} of memory and paging files${share(used, most)}`;
}

function driversLine({ drivers, unloadedDrivers }: DumpFacts): string | undefined {
  if (drivers === undefined) return undefined;
  const gone = unloadedDrivers === undefined ? '' : `, ${unloadedDrivers.length} unloaded before`;
  return `${drivers.length} loaded${gone}; --json lists them`;
}
