import type { StorageEventRow } from './storage-event-row.js';

/** What `Microsoft-Windows-StorPort` logs in its own channels; from 507 on with Windows 10 1607, from 549 on with 2004. */
export const STORPORT_EVENTS: readonly StorageEventRow[] = [
  row(500, 'Request timed out', 'A request did not come back in time; disk and command are named.', {
    disk: 'The drive or its firmware hung, or the link lost the request.',
    class: 'link',
    weight: 'trend',
  }),
  row(501, 'Bus reset', 'The bus was reset; the reason is named.', {
    disk: 'Some disk of the bus did not answer in time.',
    class: 'link',
    weight: 'trend',
  }),
  row(502, 'Device reset', 'A device or logical unit was reset; the reason is named.', {
    disk: 'The drive did not answer in time.',
    class: 'link',
    weight: 'trend',
  }),
  row(503, 'Reset finished', 'A reset has come to its end.', {
    disk: 'The drive answers again.',
    class: 'link',
    weight: 'context',
  }),
  row(504, 'Errors, summed up', 'Errors of a disk since Windows started, with the last one in detail.', {
    disk: 'Watch whether the counters grow; predicted and final failures are counted apart.',
    class: 'media',
    weight: 'trend',
    normal: 'Written regularly, also with all counters at 0.',
  }),
  row(505, 'Performance, summed up', 'How long the requests of a disk took, with its firmware.', {
    disk: 'Rising times are an early sign.',
    class: 'unknown',
    weight: 'context',
    normal: 'Written regularly.',
  }),
  row(507, 'Reset finished, with time', 'A reset has come to its end; the time it took and its status are named.', {
    disk: 'A long reset tells of a drive that hung.',
    class: 'link',
    weight: 'trend',
  }),
  row(508, 'Abort sent', 'Windows asked a device to drop a request.', {
    disk: 'The drive did not answer in time.',
    class: 'link',
    weight: 'trend',
  }),
  row(509, 'Abort failed', 'A device did not drop a request when asked to.', {
    disk: 'The firmware of the drive or of the controller hangs.',
    class: 'controller',
    weight: 'trend',
  }),
  row(510, 'SMART report', 'What an ATA disk says about itself: its verdict and its attributes.', {
    disk: 'The attributes tell of replaced sectors, of link errors and of wear.',
    class: 'media',
    weight: 'context',
    normal: 'The report itself is no bad sign.',
  }),
  row(511, 'ATA statistics', 'The statistics pages of an ATA disk.', {
    disk: 'Counters of errors and of use.',
    class: 'media',
    weight: 'context',
    normal: 'The report itself is no bad sign.',
  }),
  row(512, 'NVMe health', 'The health log of an NVMe drive.', {
    disk: 'A critical warning or media errors above 0 mean a failing drive; unsafe shutdowns tell of power.',
    class: 'media',
    weight: 'context',
    normal: 'The report itself is no bad sign.',
  }),
  row(535, 'Device may have failed', 'StorPort believes that a device has failed; the fault is named.', {
    disk: 'The drive is failing.',
    class: 'controller',
    weight: 'failing',
  }),
  row(536, 'Device failed and is removed', 'StorPort gave a device up and takes it away.', {
    disk: 'The drive has failed, as far as Windows can tell.',
    class: 'device-gone',
    weight: 'failing',
  }),
  row(549, 'First error', 'The first error of a device, with command, SRB status, sense data and block.', {
    disk: 'The sense data tell what failed.',
    class: 'media',
    weight: 'trend',
  }),
  row(550, 'Reset outcome', 'How a reset of a device went.', {
    disk: 'The drive did not answer in time before it.',
    class: 'link',
    weight: 'trend',
  }),
  row(551, 'Surprise removed', 'A device went away without having been removed; whether it may is told.', {
    disk: 'For an internal disk: it fell off its bus. Look at connector, power and firmware.',
    class: 'device-gone',
    weight: 'failing',
    normal: 'A removable device may go.',
  }),
  row(557, 'Slow request', 'A request took longer than the threshold.', {
    disk: 'The drive struggles, or has too much to do.',
    class: 'media',
    weight: 'trend',
  }),
  row(558, 'Marked as failed', 'A device has been marked as failed.', {
    disk: 'The drive has failed, as far as Windows can tell.',
    class: 'controller',
    weight: 'failing',
  }),
  row(559, 'Recovered', 'A device that had been marked as failed works again.', {
    disk: 'It failed once already; do not trust it.',
    class: 'controller',
    weight: 'trend',
  }),
];

function row(
  id: number,
  name: string,
  meaning: string,
  says: Pick<StorageEventRow, 'disk' | 'class' | 'weight' | 'normal'>,
): StorageEventRow {
  return { id, name, meaning, ...says, sources: ['manifests'] };
}
