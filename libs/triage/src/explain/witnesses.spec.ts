import { describe, expect, it } from 'vitest';
import type { DiskEvent, DiskEventKind } from '@inpage/winevent';
import { triage } from '../engine/triage.js';
import { factsOf, inpageStop, NVME_DISK, otherStop, SATA_DISK, USB_DISK } from '../rules/crash-facts.fixture.js';
import { DAY, dumpOf, heard, history, HOUR, kinStop, MINUTE, nvmeHealth, waiting } from '../rules/witnesses.fixture.js';
import type { CrashFacts } from '../verdict.js';
import type { WhichDisk } from '../witnesses.js';

const STACK = ['partmgr', 'disk', 'storahci'];
const on = (status: number | undefined, over: Partial<CrashFacts>): CrashFacts =>
  factsOf(inpageStop(status), { disk: SATA_DISK, driverStack: STACK, ...over });
const at = (
  kind: DiskEventKind,
  secondsBefore: number,
  event: Partial<DiskEvent> = {},
  disk: WhichDisk = 'this-disk',
) => heard(kind, { secondsBefore, disk, event });
const tell = (facts: CrashFacts) => triage(facts);

describe('the event log before a stop', () => {
  it('is summed up with counts, sources and nearness', () => {
    const leadUp = [
      ...Array.from({ length: 14 }, (_, n) => at('io-retried', 6 * MINUTE - n, { eventId: 153 })),
      ...[60, 40, 20].map((seconds) => at('device-reset', seconds, { provider: 'storahci', eventId: 129 })),
    ];
    expect(tell(on(0xc0000185, { leadUp })).whatHappened).toContain(
      'In the ten minutes before the stop, Windows logged 3 resets (storahci event 129) and 14 retried requests (disk event 153) for this disk; ' +
        'the first came 6 minutes before it, the last 20 seconds.',
    );
  });

  it('says how trouble of days pressed together at the end', () => {
    const leadUp = [at('bad-block', 5 * DAY), at('bad-block', 2 * DAY), at('bad-block', 30), at('bad-block', 10)];
    expect(tell(on(0xc000009c, { leadUp })).whatHappened).toContain(
      'In the five days before the stop, Windows logged 4 bad blocks (disk event 0) for this disk; two of them came in the last hour, the last 10 seconds before it.',
    );
  });

  it('tells one event by its time alone', () => {
    const leadUp = [at('surprise-removed', 20, { eventId: 157 })];
    expect(tell(on(0xc000000e, { leadUp })).whatHappened).toContain(
      '20 seconds before the stop, Windows logged one surprise removal (disk event 157) for this disk.',
    );
  });

  it('keeps this disk, another disk and a disk that is not known apart', () => {
    const leadUp = [
      at('io-retried', 60),
      at('device-reset', 50, { portNumber: 1 }, 'unknown-disk'),
      at('io-retried', 40, { diskNumber: 3 }, 'another-disk'),
    ];
    const text = tell(on(0xc0000185, { leadUp })).whatHappened;
    expect(text).toContain('one retried request (disk event 0) for this disk.');
    expect(text).toContain(
      'one reset (disk event 0) for the adapter, without naming a disk. Whether it is about this disk is not known.',
    );
    expect(text).toContain('Another disk of the machine (disk 3) had one retried request');
  });

  it('names the place that several errors share', () => {
    const leadUp = [3, 2, 1].map((n) => at('bad-block', n * MINUTE, { lba: 6_291_568n }));
    expect(tell(on(0xc000009c, { leadUp })).whatHappened).toContain(
      'All three that name a place name the same one, LBA 6291568.',
    );
  });

  it('fills in the status that the stop left out', () => {
    const leadUp = [at('paging-error', 20, { status: 0xc000009c })];
    expect(tell(on(undefined, { leadUp })).whatHappened).toContain(
      'It ended with STATUS_DEVICE_DATA_ERROR, which the record of the stop left out.',
    );
  });

  it('leaves out what says nothing, and says that there was nothing', () => {
    const leadUp = [at('control-failed', 60), at('recovered', 50), at('volume-health', 40, { volumeState: 0 })];
    expect(tell(on(0xc0000185, { leadUp })).whatHappened).toContain(
      'none from the days before the stop tells of trouble',
    );
    expect(tell(on(0xc0000185, {})).whatHappened).not.toContain('none from the days before');
  });

  it('tells afterwards what was logged afterwards', () => {
    const leadUp = [at('surprise-removed', -90, { eventId: 157 })];
    const text = tell(on(0xc000000e, { leadUp })).whatHappened;
    expect(text).toContain('After the stop Windows logged one surprise removal (disk event 157) for this disk.');
    expect(text).not.toContain('before the stop, Windows logged');
  });

  it('reads out the health report of the disk', () => {
    const leadUp = [at('nvme-health', 3 * HOUR, { nvmeHealth: nvmeHealth({ mediaErrors: 14n }) })];
    const verdict = tell(factsOf(inpageStop(0xc000009c), { disk: NVME_DISK, leadUp }));
    expect(verdict.whatHappened).toContain(
      'The disk itself reported 3 hours before the stop: it counts 14 media errors.',
    );
    expect(verdict.howToFix).toContain('Take the disk at its own word: it counts 14 media errors.');
    expect(verdict.howToFix).not.toContain('Read the NVMe health log');
    expect(verdict.forOwner).toContain('its health is poor');
  });

  it('names the disk to start with when the stop does not', () => {
    const leadUp = [at('io-retried', 60, { diskNumber: 1 }, 'unknown-disk')];
    const verdict = tell(factsOf(inpageStop(0xc000009c), { leadUp }));
    expect(verdict.whatHappened).toContain('Windows logged one retried request (disk event 0) for disk 1.');
    expect(verdict.howToFix).toMatch(/^1\. Start with disk 1, /);
  });

  it('is not asked for again once it is here', () => {
    const steps = (leadUp?: CrashFacts['leadUp']) => tell(on(0xc000000e, { leadUp })).howToFix;
    expect(steps()).toContain('Look for disk 157');
    expect(steps([])).not.toContain('Look for disk 157');
    expect(steps([at('surprise-removed', 20)])).not.toContain('Look for disk 157');
  });
});

describe('an announced failure', () => {
  const leadUp = [at('failure-predicted', 2 * DAY, { eventId: 52 })];

  it('replaces cables and ports with a backup and a new disk', () => {
    const { howToFix, whoDidIt } = tell(on(0xc000009d, { leadUp }));
    expect(howToFix).toMatch(
      /^1\. Back up Samsung SSD 870 EVO 1TB at once.*\n2\. Replace the disk now: it announced its failure 2 days before/,
    );
    expect(howToFix).not.toMatch(/data cable, or reseat/);
    expect(whoDidIt).toContain('failure of the disk was announced 2 days before');
  });

  it('of a disk that may be another one is a question first', () => {
    const other = [at('failure-predicted', DAY, { diskNumber: 2 }, 'unknown-disk')];
    const { howToFix } = tell(on(0xc000009d, { leadUp: other }));
    expect(howToFix).toContain('Find out whether this is disk 2 whose failure was announced 24 hours before the stop.');
    expect(howToFix).toContain('data cable');
  });
});

describe('a dump', () => {
  it('tells what was left without an answer, and what that means', () => {
    const { whatHappened, howToFix, whoDidIt } = tell(
      on(0xc0000185, { dump: dumpOf({ storage: waiting(30_000, 12) }) }),
    );
    expect(whatHappened).toContain(
      'it shows 12 requests without an answer, of which the oldest had waited for 30 seconds.',
    );
    expect(howToFix).toContain('12 requests without an answer for up to 30 seconds');
    expect(whoDidIt).toContain('fell silent');
  });

  it('calls requests under way for milliseconds ordinary', () => {
    const { whatHappened, howToFix } = tell(on(0xc0000185, { dump: dumpOf({ storage: waiting(20, 1) }) }));
    expect(whatHappened).toContain(
      '1 request still under way, none for longer than 20 milliseconds, which is ordinary.',
    );
    expect(howToFix).not.toContain('without an answer');
  });

  it('tells failed requests with what the driver said', () => {
    const failed = [
      { opcode: 0x28, srbStatusName: 'BUS_RESET' },
      { opcode: 0x28, srbStatusName: 'BUS_RESET' },
    ];
    expect(tell(on(0xc0000185, { dump: dumpOf({ storage: history({ failed }) }) })).whatHappened).toContain(
      'it shows 2 failed requests (BUS_RESET).',
    );
  });

  it('calls whoever the missing page belonged to the victim', () => {
    const dump = dumpOf({ addressModule: 'win32kfull.sys' });
    const { whatHappened, whoDidIt } = tell(on(0xc000009c, { dump }));
    expect(whatHappened).toContain('The missing page belongs to win32kfull.sys.');
    expect(whoDidIt).toContain('win32kfull.sys is the victim');
  });

  it('never calls the kernel the victim by name', () => {
    const dump = dumpOf({ instructionModule: 'ntoskrnl.exe' });
    expect(tell(on(0xc000009c, { dump })).whoDidIt).toContain('Whatever touched the page is the victim');
  });

  it('names the driver to which a software stop points', () => {
    const dump = dumpOf({ instructionModule: 'snapflt.sys', verifierLevel: 1 });
    const { whoDidIt, howToFix } = tell(factsOf(otherStop(0xd1), { grade: 'A', dump }));
    expect(whoDidIt).toContain('the driver snapflt.sys, to which the dump points');
    expect(howToFix).toMatch(/^1\. Update snapflt\.sys/);
    expect(howToFix).toContain('it was already on');
  });

  it.each([
    ['0x3a000000', 'The dump agrees: 90 % of nonpaged pool', 'poolmon'],
    ['0x08000000', 'only 12 % of nonpaged pool in use', 'Look beyond nonpaged pool'],
  ])('weighs nonpaged pool at %s', (allocatedBytes, who, fix) => {
    const dump = dumpOf({ nonPagedPool: { allocatedBytes, maximumBytes: '0x40000000' } });
    const verdict = tell(on(0xc000009a, { dump }));
    expect(verdict.whoDidIt).toContain(who);
    expect(verdict.howToFix).toContain(fix);
  });
});

describe('the weeks before', () => {
  it('count stops of this disk', () => {
    const kin = [kinStop(0xc000009c, { daysBefore: 4 }), kinStop(0xc000009c, { daysBefore: 12 })];
    expect(tell(on(0xc000009c, { kin })).whatHappened).toContain(
      'It is the third such stop of this disk in 12 days, each time with the same status.',
    );
  });

  it('count stops of the machine when the disk is not known, and none of another disk', () => {
    const kin = [kinStop(0xc0000185, { disk: 'unknown-disk' }), kinStop(0xc0000185, { disk: 'another-disk' })];
    expect(tell(on(0xc000009c, { kin })).whatHappened).toContain(
      'It is the second such stop of this machine in two days, then with another status.',
    );
  });

  it('tell the same stop over other disks', () => {
    const kin = [1, 2, 3].map((daysBefore) => kinStop(0xc0000185, { daysBefore, disk: 'another-disk' }));
    expect(tell(on(0xc0000185, { kin })).whatHappened).toContain(
      'The machine stopped like this three times in the three days before over another disk.',
    );
  });

  it('tell later stops and stops of another kind', () => {
    const kin = [kinStop(0xc000009c, { daysBefore: -3 }), kinStop(0, { decode: otherStop(0xef) })];
    const text = tell(on(0xc000009c, { kin })).whatHappened;
    expect(text).toContain('Since then it has stopped like this once more.');
    expect(text).toContain(
      'The same disk was in a stop of another kind two days before: CRITICAL_PROCESS_DIED (0x000000EF).',
    );
  });

  const change = { driver: 'storahci', from: '10.0.1', to: '10.0.2', daysBefore: 2 };

  it('name the driver that changed, and try the old one first', () => {
    const { whatHappened, howToFix, whoDidIt } = tell(on(0xc0000185, { driverChanges: [change] }));
    expect(whatHappened).toContain('The driver storahci changed from 10.0.1 to 10.0.2 two days before.');
    expect(howToFix).toMatch(/^1\. Go back to version 10\.0\.1 of storahci first/);
    expect(whoDidIt).toContain('the new version is a suspect too');
  });

  it('do not suspect a change after which nothing changed', () => {
    const kin = [kinStop(0xc0000185, { daysBefore: 9 })];
    expect(tell(on(0xc0000185, { driverChanges: [change], kin })).howToFix).not.toContain('Go back to');
  });

  it('do not send a disk with bad sectors back to an older driver', () => {
    expect(tell(on(0xc000009c, { driverChanges: [change] })).howToFix).not.toContain('Go back to');
  });
});

describe('other disks of the machine', () => {
  it('in trouble at the same time point at what they share', () => {
    const leadUp = [at('device-reset', 60), at('device-reset', 60, {}, 'another-disk')];
    const verdict = tell(on(0xc0000185, { leadUp }));
    expect(verdict.whoDidIt).toContain('something that they share');
    expect(verdict.howToFix).toContain('Begin with what the disks of this machine share');
  });

  it('do not matter to a disk on a plug', () => {
    const leadUp = [at('io-retried', 60, {}, 'another-disk')];
    const facts = factsOf(inpageStop(0xc000000e), { disk: USB_DISK, leadUp });
    expect(tell(facts).howToFix).toContain('Move the paging file');
  });
});
