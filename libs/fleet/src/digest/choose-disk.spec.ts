import { BugcheckCode } from '@inpage/codes';
import { decodeNoCode, decodeStop, type Decode } from '@inpage/triage';
import type { DiskEvent } from '@inpage/winevent';
import { describe, expect, it } from 'vitest';
import { chooseDisk } from './choose-disk.js';
import { diskEvent, NOON, readDisks, SSD, USB_DISK } from './evidence.fixture.js';

const unknown = decodeNoCode();
const ofBacking = (backing: Decode['backing']): Decode => ({ ...unknown, backing });
const paging = ofBacking('paging-file');
const section = ofBacking('section');

const disk = (number: number, over: Partial<typeof SSD> = {}) => ({
  ...USB_DISK,
  number,
  serial: `S${number}`,
  ...over,
});
const boot = disk(0, { isBoot: true });
const page = disk(1, { holdsPageFile: true });
const data = disk(2);

describe('chooseDisk', () => {
  it.each([
    ['the only disk, whatever it holds', [data], section, 'only-disk', 2],
    ['the disk with the paging file for a page of the paging file', [boot, page, data], paging, 'paging-file-disk', 1],
    [
      'the disk with the paging file where the backing is not known',
      [boot, page, data],
      unknown,
      'paging-file-disk',
      1,
    ],
    ['the boot disk for a page of an image', [boot, page, data], section, 'boot-disk', 0],
    ['the boot disk where no disk is said to hold a paging file', [boot, data], paging, 'boot-disk', 0],
  ] as const)('is %s', (_which, disks, decode, rule, number) => {
    expect(chooseDisk(readDisks(...disks), decode)).toMatchObject({ rule, disk: { number } });
  });

  it.each([
    ['two disks hold a paging file', [boot, page, disk(3, { holdsPageFile: true })], paging],
    ['a page of an image was read, and no disk or two are for booting', [page, data], section],
    ['a page of an image was read, and two disks are for booting', [boot, disk(3, { isBoot: true })], section],
    ['nothing is known of any of them', [data, disk(3)], unknown],
    ['there is none', [], unknown],
  ] as const)('cannot be told where %s', (_why, disks, decode) => {
    expect(chooseDisk(readDisks(...disks), decode)).toBeUndefined();
  });
});

describe('the disk that events of the last minutes name', () => {
  const disks = readDisks(boot, page, data);
  const event = (number: number, over: Partial<DiskEvent> = {}) => ({
    ...diskEvent(NOON, over),
    names: disks.find((one) => one.number === number)?.id ?? ('elsewhere' as const),
  });
  const pagingError = { kind: 'paging-error' } as const;
  const number = (decode: Decode, ...events: ReturnType<typeof event>[]) => {
    const chosen = chooseDisk(disks, decode, events);
    return [chosen?.rule, chosen?.disk.number];
  };

  it('comes before every guess', () => {
    expect(number(paging, event(2))).toEqual(['named-by-event', 2]);
    expect(chooseDisk(readDisks(boot), paging, [event(0)])?.rule).toBe('named-by-event');
  });

  it('is that of a paging error, if there is one', () => {
    expect(number(paging, event(2), event(0, pagingError), event(2))).toEqual(['named-by-event', 0]);
    expect(number(paging, event(2), event(0, { kind: 'request-failed', isPaging: true }))).toEqual([
      'named-by-event',
      0,
    ]);
  });

  it('is not told where events name two disks, or one that inventory does not have', () => {
    expect(number(paging, event(0), event(2))).toEqual(['paging-file-disk', 1]);
    expect(number(paging, event(0, pagingError), event(2, pagingError), event(2))).toEqual(['paging-file-disk', 1]);
    expect(number(paging, event(9))).toEqual(['paging-file-disk', 1]);
  });

  it('is not told by events that tell of no trouble, nor of which disk', () => {
    expect(number(paging, event(2, { kind: 'nvme-health' }))).toEqual(['paging-file-disk', 1]);
    expect(number(paging, { ...event(2), names: undefined as never })).toEqual(['paging-file-disk', 1]);
  });

  it('has no part in a stop that is not about storage', () => {
    const driver = decodeStop({ code: BugcheckCode(0xd1), parameters: [1n, 2n, 0n, 4n] });
    expect(number(driver, event(2))).toEqual(['paging-file-disk', 1]);
  });
});
