import { describe, expect, it } from 'vitest';
import { triage } from '../engine/triage.js';
import {
  CRASHES,
  factsOf,
  inpageStop,
  NVME_DISK,
  otherStop,
  pageChecksumStop,
  SATA_DISK,
  USB_DISK,
  VIRTUAL_DISK,
} from '../rules/crash-facts.fixture.js';

const stack = ['partmgr', 'disk', 'storahci'];
const all = Object.entries(CRASHES);

describe('what happened', () => {
  it('tells the stop, the status, the disk, the miniport and the grade', () => {
    const facts = factsOf(inpageStop(0xc000009c, { backing: 'paging-file', pageFileNumber: 0 }), {
      disk: SATA_DISK,
      diskRule: 'paging-file-disk',
      driverStack: stack,
    });
    const text = triage(facts).whatHappened;
    expect(text).toContain('back from paging file 0 and could not read it');
    expect(text).toContain('STATUS_DEVICE_DATA_ERROR (0xC000009C): ');
    expect(text).toContain('KERNEL_DATA_INPAGE_ERROR (0x0000007A)');
    expect(text).toContain(
      'The disk is Samsung SSD 870 EVO 1TB (SATA SSD, firmware SVT01B6Q); we take this one because it holds the paging file.',
    );
    expect(text).toContain('the miniport storahci (Microsoft)');
    expect(text).toContain('Evidence grade B');
  });

  it('says that a mapped file was behind the page', () => {
    const text = triage(factsOf(inpageStop(0xc000000e, { backing: 'section' }))).whatHappened;
    expect(text).toContain('a mapped file');
    expect(text).not.toContain('paging file');
  });

  it('says that the disk is not known', () => {
    expect(triage(factsOf(inpageStop(0xc000009c))).whatHappened).toContain(
      'Which disk it was is not known from this stop alone.',
    );
  });

  it('does not ask which disk it was when the stop is not about disks', () => {
    expect(triage(factsOf(otherStop(0xd1))).whatHappened).not.toContain('Which disk');
    expect(triage(factsOf(otherStop(0xd1), { disk: SATA_DISK })).whatHappened).not.toContain(SATA_DISK.model);
  });

  it('never calls a status that was not recorded success', () => {
    const text = triage(factsOf(inpageStop())).whatHappened;
    expect(text).toContain('the status was not recorded');
    expect(text).not.toMatch(/success/i);
  });

  it('takes nothing from a disk rule that it does not know', () => {
    const text = triage(factsOf(inpageStop(0xc000009c), { disk: SATA_DISK, diskRule: '__proto__' })).whatHappened;
    expect(text).toContain('firmware SVT01B6Q). Evidence');
  });
});

describe('who did it', () => {
  it.each(all.filter(([, { decode }]) => decode.family === 'inpage'))(
    'calls whatever touched the page the victim: %s',
    (_, facts) => {
      expect(triage(facts).whoDidIt).toContain('is the victim');
    },
  );

  it('names cable, port and controller in this order, and what is not excluded', () => {
    const text = triage(factsOf(inpageStop(0xc0000185), { disk: SATA_DISK, driverStack: stack })).whoDidIt;
    expect(text).toMatch(/^Probably the path to Samsung .*: the cable, then the port, then the controller\./);
    expect(text).toContain('Not excluded: the controller with its driver and the disk itself.');
  });

  it('looks for no cable on NVMe', () => {
    const text = triage(factsOf(inpageStop(0xc000009d), { disk: NVME_DISK }));
    expect(text.cause).toBe('link');
    expect(`${text.whoDidIt} ${text.howToFix}`).not.toMatch(/cable/);
  });

  it('speaks more softly when the evidence is weaker', () => {
    const opening = (status: number): string => triage(factsOf(inpageStop(status))).whoDidIt.split(' ')[0]!;
    expect([opening(0xc000009c), opening(0xc0000185)]).toEqual(['Most', 'Probably']);
  });

  it('leaves a wrong page open between disk, RAM and driver', () => {
    const text = triage(factsOf(pageChecksumStop())).whoDidIt;
    expect(text).toContain('Open between the disk itself, the controller with its driver and RAM');
  });

  it('warns that an internal disk which vanished may be dying', () => {
    expect(triage(factsOf(inpageStop(0xc000000e), { disk: NVME_DISK })).whoDidIt).toContain('a dying disk');
    expect(triage(factsOf(inpageStop(0xc000000e), { disk: USB_DISK })).whoDidIt).not.toContain('dying');
  });
});

describe('how to fix it', () => {
  it.each(all)('gives numbered steps, each one sentence or two: %s', (_, facts) => {
    const lines = triage(facts).howToFix.split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(2);
    lines.forEach((line, index) => expect(line).toMatch(new RegExp(`^${index + 1}\\. [A-Z].*\\.$`)));
  });

  it('starts with finding the disk when it is not known', () => {
    expect(triage(factsOf(inpageStop(0xc000009c))).howToFix).toMatch(/^1\. Find out which disk it was/);
  });

  it('sends nobody to the cables of a virtual machine', () => {
    const text = triage(
      factsOf(inpageStop(0xc0000185), { disk: VIRTUAL_DISK, driverStack: ['disk', 'pvscsi'] }),
    ).howToFix;
    expect(text).toContain('pvscsi');
    expect(text).not.toMatch(/reseat|data cable/);
  });

  it('moves the paging file off a disk that can be pulled out', () => {
    expect(triage(factsOf(inpageStop(0xc000000e), { disk: USB_DISK })).howToFix).toContain(
      'Move the paging file to an internal disk.',
    );
  });

  it('asks for what ran out, not for a pool leak, when the status says what', () => {
    expect(triage(factsOf(inpageStop(0xc000012d))).howToFix).toContain('paging file more room');
    expect(triage(factsOf(inpageStop(0xc000009a))).howToFix).toContain('nonpaged pool');
  });
});

describe('the three texts', () => {
  it('are made of the facts: no two fixtures read the same', () => {
    const texts = all
      .map(([, facts]) => triage(facts))
      .map((verdict) => `${verdict.whatHappened}${verdict.whoDidIt}${verdict.howToFix}`);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
