import { decodeNoCode, type Decode } from '@inpage/triage';
import { describe, expect, it } from 'vitest';
import { chooseDisk } from './choose-disk.js';
import { readDisks, SSD, USB_DISK } from './evidence.fixture.js';

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
