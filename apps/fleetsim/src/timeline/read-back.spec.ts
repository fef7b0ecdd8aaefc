import { describe, expect, it } from 'vitest';
import { decodeNoCode, decodeStop, groupParts, normaliseModel, normaliseSerial, normaliseStack } from '@inpage/triage';
import { readEventJson, readEventXml, stopEvidence, type StopEvidence } from '@inpage/winevent';
import type { CrashRecord } from '@inpage/contracts';
import { BugcheckCode } from '@inpage/codes';
import { statusText } from '../stops/status.js';
import { STORY_IDS } from '../stories/story-id.js';
import { makeWorld } from '../stories/world.js';
import type { StopTruth } from '../truth/truth.js';
import { machineLife, type MachineLife } from './machine-life.js';
import type { Observation } from './observation.js';

/** What Inpage's own readers make of the simulated events has to be what the truth file promises. */
const world = makeWorld({ seed: 11, machines: 400, days: 90, endMs: Date.UTC(2026, 8, 1, 12), stories: STORY_IDS });
const lives = Array.from({ length: world.machines }, (_, index) => machineLife(world, index));

type Said = Pick<StopEvidence, 'kind' | 'code' | 'parameters' | 'stoppedAtMs' | 'powerButton'> & { atMs: number };

function saidBy(one: Observation): Said | undefined {
  if (one.form === 'record' && one.record.kind === 'crash') return saidByCrash(one.record);
  if (one.form === 'record' && one.record.kind !== 'event') return undefined;
  const xml = one.form === 'xml' ? one.xml : one.record.kind === 'event' ? one.record.xml : undefined;
  const event = xml ? readEventXml(xml) : readEventJson((one as { record: { event: unknown } }).record.event);
  if (!event.ok) throw new Error(`unreadable: ${event.error.detail}`);
  const evidence = stopEvidence(event.value);
  return evidence && { ...evidence, atMs: evidence.reportedAtMs };
}

const saidByCrash = (crash: CrashRecord): Said => ({
  kind: 'crash',
  code: Number(crash.code),
  parameters: crash.parameters!.map(BigInt) as unknown as Said['parameters'],
  atMs: Date.parse(crash.at),
  stoppedAtMs: Date.parse(crash.at),
});

const MINUTE = 60_000;
const about = (life: MachineLife, stop: StopTruth): Said[] =>
  life.observations
    .map(saidBy)
    .filter((said) => said !== undefined)
    .filter(({ atMs }) => atMs >= Date.parse(stop.at) && atMs <= Date.parse(stop.at) + 6 * MINUTE);

const BEST = ['crash', 'wer-1001', 'kernel-power-41'] as const;
const best = (said: readonly Said[]): Said => BEST.map((kind) => said.find((one) => one.kind === kind)).find(Boolean)!;

const decode = ({ code, parameters }: Said) =>
  code === undefined
    ? decodeNoCode()
    : decodeStop({ code: BugcheckCode(code), parameters: [...(parameters ?? [])] as never });

const stops = lives.flatMap((life) => life.stops.map((stop) => ({ life, stop })));

describe('the simulated events, read by Inpage', () => {
  it('are many enough to mean something', () => expect(stops.length).toBeGreaterThan(150));

  it('hold exactly the evidence that the truth names', () => {
    for (const { life, stop } of stops)
      expect(
        about(life, stop)
          .map(({ kind }) => kind)
          .toSorted(),
        stop.at,
      ).toEqual([...stop.evidence].toSorted());
  });

  it('lead to the family and the status that the truth expects', () => {
    for (const { life, stop } of stops) {
      const parts = groupParts(decode(best(about(life, stop))));
      const { family, status } = stop.group;
      expect([parts.family, parts.status === null ? null : statusText(parts.status)], JSON.stringify(stop)).toEqual([
        family,
        status,
      ]);
    }
  });

  it('carry the parameters of the truth wherever a dump was written', () => {
    for (const { life, stop } of stops.filter(({ stop }) =>
      stop.evidence.some((e) => e === 'wer-1001' || e === 'crash'),
    ))
      expect(best(about(life, stop)).parameters).toEqual(stop.parameters!.map(BigInt));
  });

  it('date the stop within a minute', () => {
    for (const { life, stop } of stops) {
      const { stoppedAtMs } = about(life, stop).find(({ kind }) => kind === 'eventlog-6008')!;
      expect(Math.abs(stoppedAtMs! - Date.parse(stop.at))).toBeLessThan(MINUTE);
    }
  });

  it('read as a paging-file page only with a matching self-map, as a section otherwise', () => {
    const backings = stops
      .filter(({ stop }) => stop.status)
      .map(({ life, stop }) => decode(best(about(life, stop))).backing);
    expect(new Set(backings)).toEqual(new Set(['paging-file', 'section', 'unknown']));
    expect(backings.filter((backing) => backing === 'paging-file').length / backings.length).toBeGreaterThan(0.5);
  });

  it('name models, serials and stacks that normalise to the truth, however they are spelled', () => {
    for (const life of lives) {
      const models = new Set(life.truth.disks.map(({ model }) => model));
      const serials = new Set(life.truth.disks.map(({ serial }) => serial));
      const stacks = new Set(life.stops.map(({ group }) => group.stack));
      const seen = new Set<string>();
      for (const one of life.observations) {
        if (one.form !== 'record' || one.record.kind !== 'inventory') continue;
        for (const disk of one.record.disks) {
          expect(models).toContain(normaliseModel(disk.model, disk).model);
          expect(serials).toContain(normaliseSerial(disk.serial!).serial);
          seen.add(normaliseStack(disk.driverStack!.map(({ name }) => name))!.key);
        }
      }
      for (const stack of stacks) expect(seen).toContain(stack);
    }
  });
});
