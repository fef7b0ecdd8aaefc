import { Random } from '../random/random.js';
import { share, spread } from '../random/spread.js';
import { DISK_MODELS, type DiskModel, type DiskModelId } from './disk-models.js';
import { FILTER_VERSIONS } from './filter-driver.js';
import { PC_MODELS, type PcModel } from './pc-models.js';
import { SITES, type Site } from './sites.js';
import { osBuild, RELEASES, updatesBy } from './windows-builds.js';

/** How a machine's Windows events reach Inpage: as fields, as XML inside a record, or as an XML body from `wevtutil`. */
export type Clothing = 'structured' | 'xml' | 'wevtutil';
/** How it spells what normalisation takes away again. */
export type Spelling = 'plain' | 'padded' | 'prefixed';

export interface AttachedDisk {
  readonly number: number;
  readonly kind: DiskModel;
  readonly firmware: string;
  readonly serial: string;
  readonly removable: boolean;
  readonly isBoot: boolean;
  readonly holdsPageFile: boolean;
}

/** What can change while the fleet runs. */
export interface Configuration {
  readonly osBuild: string;
  readonly disks: readonly AttachedDisk[];
  /** Version of the snapshot driver, where it is installed. */
  readonly filterVersion?: string;
}

/** What stays the same. */
export interface MachineFacts {
  readonly index: number;
  readonly computer: string;
  readonly smbiosUuid: string;
  readonly machineGuid: string;
  readonly pc: PcModel;
  readonly site: Site;
  readonly release: (typeof RELEASES)[number];
  /** Its own credential, or a collector's enrolment key. */
  readonly source: 'agent' | 'collector';
  readonly clothing: Clothing;
  readonly spelling: Spelling;
  /** The agent reads dumps and sends a reduced crash record in place of event 1001. */
  readonly reducesCrashes: boolean;
  readonly atStart: Configuration;
}

/** What a story asks of the machine that it is played on. */
export interface Casting {
  readonly pcs?: readonly string[];
  readonly disks?: readonly DiskModelId[];
  readonly externalPageFile?: boolean;
}

export const SERIAL_ALPHABET = '0123456789ABCDEFGHJKLMNPRSTVWXYZ';

export const newDisk = (random: Random, kind: DiskModel, number: number): AttachedDisk => ({
  number,
  kind,
  firmware: kind.firmware,
  serial: kind.serial.prefix + random.text(SERIAL_ALPHABET, kind.serial.random),
  removable: false,
  isBoot: number === 0,
  holdsPageFile: number === 0,
});

/** Machine number `index` of a fleet. Depends on nothing but its arguments, so no fleet has to be held in memory. */
export function makeMachine(seed: number, index: number, startMs: number, casting: Casting = {}): MachineFacts {
  const random = Random.of(seed, 'machine', index);
  const pcs = PC_MODELS.filter(({ id }) => casting.pcs?.includes(id) ?? true);
  const pc = share(pcs, point(seed, index, 'pc'));
  const site = random.pick(SITES);
  const release = share(RELEASES, point(seed, index, 'release'));
  return {
    index,
    computer: `${site.name}-${pc.kind}-${String(index + 1).padStart(6, '0')}.fleet${seed}.example`,
    smbiosUuid: random.uuid(),
    machineGuid: random.uuid(),
    pc,
    site,
    release,
    source: random.chance(0.12) ? 'collector' : 'agent',
    clothing: share(CLOTHINGS, random.unit()).clothing,
    spelling: share(SPELLINGS, random.unit()).spelling,
    reducesCrashes: random.chance(0.1),
    atStart: {
      osBuild: osBuild(release, updatesBy(startMs)),
      disks: disksOf(random, pc, casting, point(seed, index, 'disk')),
      filterVersion: point(seed, index, 'filter') < FILTER_SHARE ? FILTER_VERSIONS.good : undefined,
    },
  };
}

const FILTER_SHARE = 0.3;
const CLOTHINGS = [
  { clothing: 'structured', share: 60 },
  { clothing: 'xml', share: 25 },
  { clothing: 'wevtutil', share: 15 },
] as const;
const SPELLINGS = [
  { spelling: 'plain', share: 70 },
  { spelling: 'padded', share: 20 },
  { spelling: 'prefixed', share: 10 },
] as const;

const AXES = { pc: 0, release: 1, disk: 2, filter: 3 } as const;
const point = (seed: number, index: number, what: keyof typeof AXES): number =>
  spread(index, AXES[what], Random.of(seed, 'offset', what).unit());

function disksOf(random: Random, pc: PcModel, casting: Casting, at: number): AttachedDisk[] {
  const choice = pc.bootDisks.filter(({ disk }) => casting.disks?.includes(disk) ?? true);
  const boot = newDisk(random, DISK_MODELS[share(choice.length > 0 ? choice : pc.bootDisks, at).disk], 0);
  if (casting.externalPageFile) return [{ ...boot, holdsPageFile: false }, externalDisk(random)];
  const second = pc.dataDisk && random.chance(pc.dataDisk.share) ? pc.dataDisk.disk : undefined;
  return second ? [boot, newDisk(random, DISK_MODELS[second], 1)] : [boot];
}

const externalDisk = (random: Random): AttachedDisk => ({
  ...newDisk(random, DISK_MODELS.samsungT7, 1),
  removable: true,
  holdsPageFile: true,
});

/** The disk that a missing kernel page comes from: the paging file's, else the boot disk. */
export const pagingDisk = ({ disks }: Configuration): AttachedDisk =>
  disks.find((disk) => disk.holdsPageFile) ?? disks[0]!;
