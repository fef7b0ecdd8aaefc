import type { StorageEventRow } from './storage-event-row.js';

/** `volmgr`: whether the crash dump could be set up and written. A dump takes the way of the failed read. */
export const VOLMGR_EVENTS: readonly StorageEventRow[] = [
  dumpRow(45, 'Dump driver not loaded', 'Windows could not load the driver that writes crash dumps.'),
  dumpRow(46, 'Dump not set up', 'Crash dumps could not be set up, as without a paging file that fits.'),
  dumpRow(47, 'Dump drivers conflict', 'Two drivers want to write the crash dump.'),
  dumpRow(48, 'Direct dump not set up', 'The direct crash dump could not be set up.'),
  dumpRow(49, 'Paging file too small for a dump', 'The paging file of the boot volume is missing or too small.'),
  {
    id: 156,
    name: 'Dump disk is gone',
    meaning: 'Crash dumps were switched off because the disk that takes them has gone.',
    disk: 'The system disk fell off its bus: there will be no dump of what follows.',
    class: 'device-gone',
    weight: 'failing',
    sources: ['ntiologc'],
  },
  {
    id: 161,
    name: 'Dump could not be written',
    meaning:
      'Windows stopped with a bugcheck and could not write its dump. A stop did happen, although there is no dump.',
    disk: 'Beside signs of a lost disk it supports them. A full disk or a small paging file does the same.',
    class: 'device-gone',
    weight: 'trend',
    sources: ['ntiologc', 'dump-files'],
  },
  {
    id: 162,
    name: 'Dump written',
    meaning: 'The crash dump was written.',
    disk: 'At the time of the stop the disk took writes.',
    class: 'unknown',
    weight: 'context',
    normal: 'Comes at the boot after each stop with a dump.',
    sources: ['ntiologc', 'dump-files'],
  },
  dumpRow(164, 'Dedicated dump not set up', 'The dedicated dump file could not be set up.'),
];

function dumpRow(id: number, name: string, meaning: string): StorageEventRow {
  return {
    id,
    name,
    meaning,
    disk: 'Nothing about its health; it explains why a stop left no dump.',
    class: 'unknown',
    weight: 'context',
    normal: 'Comes at boot on machines that are set up so.',
    sources: ['ntiologc', 'dump-files'],
  };
}

/** `Microsoft-Windows-Kernel-Power`. */
export const KERNEL_POWER_EVENTS: readonly StorageEventRow[] = [
  {
    id: 41,
    name: 'Restarted without clean shutdown',
    meaning:
      'The machine started without having been shut down. BugcheckCode is decimal; 0 means that none was recorded.',
    disk: 'With code 0: power, power button, a hard hang, or a stop whose disk was gone.',
    class: 'unknown',
    weight: 'context',
    sources: ['event-41', 'manifests'],
  },
];

/** `EventLog`. */
export const EVENTLOG_EVENTS: readonly StorageEventRow[] = [
  {
    id: 6008,
    name: 'Previous shutdown was unexpected',
    meaning: 'The machine went down without shutting down. The binary data hold the last time at which it was alive.',
    disk: 'Nothing alone; it dates the stop.',
    class: 'unknown',
    weight: 'context',
    sources: ['event-41'],
  },
];

/** `Microsoft-Windows-WER-SystemErrorReporting`, whose source name is `BugCheck`. */
export const WER_EVENTS: readonly StorageEventRow[] = [
  {
    id: 1000,
    name: 'Bugcheck, no dump',
    meaning: 'The machine restarted from a bugcheck; code and parameters are named, a dump was not saved.',
    disk: 'The code and the status in it decide.',
    class: 'unknown',
    weight: 'context',
    sources: ['manifests'],
  },
  {
    id: 1001,
    name: 'Bugcheck',
    meaning: 'The machine restarted from a bugcheck; code, parameters and the path of the dump are named.',
    disk: 'The code and the status in it decide. It is written at the boot after the stop.',
    class: 'unknown',
    weight: 'context',
    sources: ['manifests'],
  },
];

/** `Microsoft-Windows-Wininit`, whose 1001 must not be taken for a bugcheck. */
export const WININIT_EVENTS: readonly StorageEventRow[] = [
  {
    id: 1001,
    name: 'Report of the check at boot',
    meaning: 'What chkdsk found when it ran at boot.',
    disk: 'Anything but 0 KB in bad sectors is evidence of bad sectors.',
    class: 'filesystem',
    weight: 'context',
    sources: ['guidance'],
  },
];
