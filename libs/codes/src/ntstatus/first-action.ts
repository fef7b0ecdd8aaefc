import type { CauseClass } from '../cause-class.js';
import type { NtStatusSubclass } from './ntstatus-row.js';

/** What a technician does first about a status of each class, before any evidence beside it. Our own advice. */
const BY_CLASS: Readonly<Record<CauseClass, string>> = {
  media: 'Copy the data away, read the SMART or NVMe health, and replace the disk when it counts bad sectors.',
  link: 'Reseat or replace cable and connector, try another port, and look at power; then the firmware of disk and controller.',
  'device-gone':
    'Find out whether the disk was unplugged. If not: connector, power, firmware of the disk and power saving of its link.',
  controller: 'Update or roll back driver and firmware of the storage controller.',
  resources:
    'Look for a driver that uses up nonpaged pool, and for filters, virtual and USB disks in the storage stack.',
  filesystem: 'Copy the data away and check the volume (chkdsk); look for disk events that explain the damage.',
  encryption: 'Look at the state of the encryption (manage-bde -status) and have the recovery key at hand.',
  virtual: 'Look at what carries the virtual disk: host, pool, array or path. The PC itself is sound.',
  memory: 'Test the RAM, and undo overclocking.',
  software: 'Find the driver or filter that returned it, and what was installed or updated last.',
  unknown: 'Look at the disk events before the stop; the status alone does not say what to do.',
};

/** Where a subclass asks for something else first. */
const BY_SUBCLASS: Readonly<Partial<Record<NtStatusSubclass, string>>> = {
  'drive-internal':
    'Read the health of the disk and its firmware version, and look at the cable: checksum errors of the link can end so, too.',
  'generic-io':
    'Look at the events beside it: it is the catch-all of the class driver. Then cable, port and power; then controller firmware; then the disk.',
  memory: 'Test the RAM; this is not the disk.',
  network: 'Look at the network and at the server or array behind it.',
  'read-only': 'Find out why the disk takes no writes: a switch, a policy, or an SSD at the end of its life.',
  'silent-corruption': 'Test the RAM, and look for drivers and filters between memory and disk.',
  timeout:
    'Look for resets (129) before it. Then cable, power saving of the link, and firmware of disk and controller.',
};

/** The first thing to do about a status, from its class and what the class alone does not say. */
export const firstAction = (status: { readonly class: CauseClass; readonly subclass?: NtStatusSubclass }): string =>
  (status.subclass && BY_SUBCLASS[status.subclass]) ?? BY_CLASS[status.class];
