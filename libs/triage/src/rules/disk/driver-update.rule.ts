import { tidy } from '../../explain/names.js';
import type { CauseClass } from '@inpage/codes';
import { miniportOf } from '../../stack/storage-drivers.js';
import type { CrashFacts } from '../../verdict.js';
import type { DriverChange } from '../../witnesses.js';
import { INACCESSIBLE_BOOT_DEVICE, bearing } from '../disk-story.js';
import { recentUpdate } from '../driver-update.js';
import { serviceName } from '../dump/driver-names.js';
import { recordedStatus, statusClass } from '../recorded-status.js';
import { claim, type Rule } from '../rule.js';

const lostItsDisk = (facts: CrashFacts): boolean =>
  statusClass(facts) === 'device-gone' || facts.decode.code === INACCESSIBLE_BOOT_DEVICE;

/** Causes that a new driver brings about; a bad block is none of them. */
const BY_DRIVER: ReadonlySet<CauseClass> = new Set([
  'device-gone',
  'link',
  'controller',
  'software',
  'virtual',
  'unknown',
]);

function mayBeDriver(facts: CrashFacts): boolean {
  const { decode } = facts;
  if (recordedStatus(facts) !== undefined) return BY_DRIVER.has(statusClass(facts)!);
  return bearing(decode) === 'speaks' || decode.family === 'inpage-crc' || decode.code === INACCESSIBLE_BOOT_DEVICE;
}

function causeOf({ driver }: DriverChange): CauseClass {
  const miniport = miniportOf([serviceName(driver)]);
  if (miniport === undefined) return 'software';
  return miniport.kind === 'virtual' || miniport.kind === 'network' ? 'virtual' : 'controller';
}

function because({ driver, from, to, daysBefore }: DriverChange): string {
  const what = from === undefined ? 'was installed' : `was changed from ${tidy(from)}`;
  const when = daysBefore <= 1 ? 'within a day' : `${Math.round(daysBefore)} days`;
  return `The storage driver ${tidy(driver)} ${what}${to === undefined ? '' : ` to ${tidy(to)}`} ${when} before the first such stop.`;
}

/** A new driver that takes the paging disk away leaves the same status as a pulled plug; the time is what tells them apart. */
export const diskDriverUpdate: Rule = {
  id: 'disk/driver-update',
  doc: 'A driver of the storage stack changed shortly before the first stop of this kind; an update can take the paging disk away, or spoil what it reads.',
  source:
    'https://github.com/virtio-win/kvm-guest-drivers-windows/issues/1614; our inference for a disk that is gone right after an update',
  weight: 5,
  test(facts) {
    const update = recentUpdate(facts);
    if (update === undefined || !mayBeDriver(facts)) return [];
    const weight = update.justBefore ? (lostItsDisk(facts) ? 5 : 3) : 1.5;
    return [claim(causeOf(update.change), weight, because(update.change))];
  },
};
