import type { StorageEventRow } from './storage-event-row.js';

/**
 * What port drivers log, under the name of the miniport (`storahci`, `stornvme`, `iaStorA` …). They name the adapter, not the
 * disk. Weights are our own judgement.
 */
export const PORT_EVENTS: readonly StorageEventRow[] = [
  {
    id: 9,
    name: 'No response',
    meaning: 'A device behind the adapter did not answer in time.',
    disk: 'Some disk of this adapter hung, or the way to it is bad.',
    class: 'link',
    weight: 'trend',
    sources: ['ntiologc'],
  },
  {
    id: 11,
    name: 'Controller error',
    meaning: 'The driver of the adapter found an error on it.',
    disk: 'Controller, its firmware or its driver first; a drive that hangs can drag it along.',
    class: 'controller',
    weight: 'trend',
    sources: ['ntiologc', 'guidance'],
  },
  {
    id: 117,
    name: 'Timeout',
    meaning: 'A request timed out.',
    disk: 'Some disk of this adapter did not answer in time.',
    class: 'link',
    weight: 'trend',
    sources: ['ntiologc'],
  },
  {
    id: 118,
    name: 'Bus reset',
    meaning: 'The driver reset the bus.',
    disk: 'Some disk of this adapter did not answer in time; the reset hit all of them.',
    class: 'link',
    weight: 'trend',
    sources: ['ntiologc'],
  },
  {
    id: 129,
    name: 'Device reset',
    meaning: 'A request did not come back in time, and the port driver reset the device.',
    disk: 'A drive or its firmware hung, or the link lost the request. Three in a day are more than a hiccup.',
    class: 'link',
    weight: 'trend',
    normal:
      'One after a wake-up can come from power saving of the link; virtual machines log it when their host is busy.',
    sources: ['timeouts', 'ntiologc', 'guidance'],
  },
  {
    id: 160,
    name: 'Adapter firmware updated',
    meaning: 'The firmware of the adapter was updated.',
    disk: 'Nothing; from here on another firmware counts.',
    class: 'unknown',
    weight: 'context',
    normal: 'Follows every update.',
    sources: ['ntiologc'],
  },
];
