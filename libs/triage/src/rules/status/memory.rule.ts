import { claim, type Rule } from '../rule.js';
import { failedWith, recordedStatus, STATUS_ACCESS_VIOLATION, statusText } from '../recorded-status.js';

/** The codes table marks these with subclass `memory`; STATUS_ACCESS_VIOLATION is shared with drivers and weighs less. */
export const statusMemory: Rule = {
  id: 'status/memory',
  doc: 'The status speaks of memory that is damaged or was used wrongly; no disk returns it.',
  source:
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/596a1078-e883-4972-9bbc-49e60bebca55; our inference, because no storage driver maps a disk error to these',
  weight: 5,
  test(facts) {
    const entry = recordedStatus(facts);
    if (entry === undefined) return [];
    const name = statusText(entry);
    if (entry.code === STATUS_ACCESS_VIOLATION) {
      return [
        claim('memory', 3, `${failedWith(facts, entry)}, which no disk returns: memory was damaged.`),
        claim('software', 2, `${name} is also what a driver with a bad pointer leaves behind.`),
      ];
    }
    if (entry.subclass !== 'memory' && entry.class !== 'memory') return [];
    return [claim('memory', 5, `${failedWith(facts, entry)}: the data was damaged in memory, not on the disk.`)];
  },
};
