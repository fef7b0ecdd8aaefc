import { describe, expect, it } from 'vitest';
import {
  factsOf,
  inpageStop,
  NVME_DISK,
  otherStop,
  SATA_DISK,
  uncleanStop,
  USB_DISK,
  VIRTUAL_DISK,
} from '../rules/crash-facts.fixture.js';
import {
  BOTH_DISKS_RESET,
  DAY,
  decoded,
  dumpOf,
  heard,
  heardTimes,
  kinStop,
  ONLY_FIRST,
} from '../rules/witnesses.fixture.js';
import type { CrashFacts } from '../verdict.js';
import { triage } from './triage.js';

/** What tables that map a status to a part get wrong. */

const onSata: Partial<CrashFacts> = {
  disk: SATA_DISK,
  diskRule: 'paging-file-disk',
  driverStack: ['partmgr', 'disk', 'storahci'],
};

const weightOf = (facts: CrashFacts, cause: string): number =>
  triage(facts).reasons.reduce((sum, reason) => sum + (reason.cause === cause ? reason.weight : 0), 0);

describe('0xC0000185 that was not the cable', () => {
  it('leaves the controller open when two devices clashed on one IRQ (Q133183): the stop alone cannot tell', () => {
    const verdict = triage(factsOf(decoded(0x7a, 0x103n, 0xc0000185n, 0n, 0x43000n)));
    expect(verdict.confidence).toBeLessThan(0.5);
    expect(verdict.reasons.map(({ cause }) => cause)).toContain('controller');
  });

  it('names the controller when the clash resets every disk of the adapter', () => {
    expect(triage(factsOf(inpageStop(0xc0000185), { ...onSata, leadUp: BOTH_DISKS_RESET })).cause).toBe('controller');
  });

  it('does not name the cable of a RAID adapter, whose firmware does the same (Q137967)', () => {
    const raid = { ...onSata, driverStack: ['partmgr', 'disk', 'megasas'] };
    expect(triage(factsOf(inpageStop(0xc0000185), raid)).cause).not.toBe('link');
    const kin = [1, 4, 9].map((daysBefore) =>
      kinStop(0xc0000185, { crashId: `c${daysBefore}`, daysBefore, disk: 'another-disk' }),
    );
    expect(triage(factsOf(inpageStop(0xc0000185), { ...raid, kin })).cause).toBe('controller');
  });
});

describe('0xC000000E', () => {
  it('is a dying disk when the disk said so before it left', () => {
    const leadUp = [...heardTimes(4, 'bad-block'), heard('failure-predicted', { secondsBefore: DAY })];
    const verdict = triage(factsOf(inpageStop(0xc000000e), { ...onSata, leadUp }));
    expect(verdict.cause).toBe('media');
    expect(weightOf(factsOf(inpageStop(0xc000000e), { ...onSata, leadUp }), 'device-gone')).toBeGreaterThanOrEqual(6);
  });

  it('is no dying disk when another disk of the machine said so', () => {
    const leadUp = heardTimes(9, 'bad-block', 'another-disk');
    expect(triage(factsOf(inpageStop(0xc000000e), { ...onSata, leadUp })).cause).toBe('device-gone');
  });
});

describe('0xC000009A that is not a disk', () => {
  it.each([
    ['bad blocks', heardTimes(5, 'bad-block')],
    ['resets', heardTimes(9, 'device-reset')],
    ['a disk that left', heardTimes(2, 'surprise-removed')],
  ])('stays with used-up memory whatever the disk did: %s', (_, leadUp) => {
    const facts = factsOf(inpageStop(0xc000009a), { ...onSata, leadUp });
    expect(triage(facts).cause).toBe('resources');
    for (const cause of ['media', 'link', 'controller', 'device-gone']) expect(weightOf(facts, cause)).toBe(0);
  });
});

describe('status 0', () => {
  it('means not recorded, and names no cause', () => {
    expect(ONLY_FIRST.statusNotRecorded).toBe(true);
    expect(triage(factsOf(ONLY_FIRST, onSata)).cause).toBe('unknown');
  });

  it('lets the events before the stop say what the source left out', () => {
    const leadUp = [heard('paging-error', { secondsBefore: 2, event: { status: 0xc000009c, isPaging: true } })];
    expect(triage(factsOf(ONLY_FIRST, { ...onSata, leadUp })).cause).toBe('media');
  });
});

describe('drivers that other tools blame', () => {
  it.each(['ntoskrnl.exe', 'ataport.sys'])('%s is the victim of a page that could not be read', (name) => {
    const stackModules = [
      { name, origin: name.startsWith('nt') ? ('kernel' as const) : ('windows' as const), standing: 'named' as const },
    ];
    const blamed = factsOf(inpageStop(0xc000009c), { ...onSata, dump: dumpOf({ stackModules }) });
    expect(triage(blamed).cause).toBe('media');
    expect(weightOf(blamed, 'software')).toBe(0);
    expect(weightOf(blamed, 'controller')).toBe(0);
  });

  it('a driver of somebody else on the stack of a failed read is a victim as well', () => {
    const stackModules = [{ name: 'rtkvhd64.sys', origin: 'third-party' as const, standing: 'named' as const }];
    expect(weightOf(factsOf(inpageStop(), { ...onSata, dump: dumpOf({ stackModules }) }), 'software')).toBe(0);
  });
});

describe('a driver update that removed the paging disk', () => {
  const update = { driver: 'iaStorAC', from: '17.9.1', to: '18.6.1', daysBefore: 0.3 };

  it('is the cause, and the disk only what went missing', () => {
    const verdict = triage(factsOf(inpageStop(0xc000000e), { ...onSata, driverChanges: [update] }));
    expect(verdict.cause).toBe('controller');
    expect(verdict.reasons[0]!.because).toContain('iaStorAC');
  });

  it('is not, when the disk had stopped the machine before the update', () => {
    const kin = [kinStop(0xc000000e, { daysBefore: 2 })];
    expect(triage(factsOf(inpageStop(0xc000000e), { ...onSata, driverChanges: [update], kin })).cause).toBe(
      'device-gone',
    );
  });

  it('is not, when bad blocks were read', () => {
    expect(triage(factsOf(inpageStop(0xc000009c), { ...onSata, driverChanges: [update] })).cause).toBe('media');
  });
});

describe('one storage stall that stops several virtual machines', () => {
  const leadUp = heardTimes(3, 'device-reset', 'unknown-disk');
  const inVm = { disk: VIRTUAL_DISK, driverStack: ['partmgr', 'disk', 'pvscsi'], leadUp };

  it.each([
    ['0x7A, status not recorded', inpageStop()],
    ['0x7A with a timeout', inpageStop(0xc00000b5)],
    ['0xEF', otherStop(0xef)],
    ['0xF4', otherStop(0xf4)],
    ['0x154', otherStop(0x154)],
    ['0x133', otherStop(0x133)],
    ['no code at all', uncleanStop()],
  ])('is the host in every one of them: %s', (_, decode) => {
    expect(triage(factsOf(decode, inVm)).cause).toBe('virtual');
  });

  it('says nothing about a machine that stopped at the same time with a driver bug of its own', () => {
    expect(triage(factsOf(otherStop(0xd1), inVm)).cause).toBe('software');
  });
});

describe('another disk', () => {
  it('never changes the verdict about this one by its own bad blocks, resets or removal', () => {
    for (const disk of [SATA_DISK, NVME_DISK, USB_DISK])
      for (const kind of [
        'bad-block',
        'device-reset',
        'surprise-removed',
        'failure-predicted',
        'nvme-health',
      ] as const) {
        const alone = triage(factsOf(inpageStop(), { disk }));
        const beside = triage(factsOf(inpageStop(), { disk, leadUp: heardTimes(9, kind, 'another-disk') }));
        expect([beside.cause, beside.confidence]).toEqual([alone.cause, alone.confidence]);
      }
  });
});
