import { claim, type Rule } from '../rule.js';
import { recordedStatus, statusText } from '../recorded-status.js';

export const statusSilentCorruption: Rule = {
  id: 'status/silent-corruption',
  doc: 'The data came back without an error and was wrong, which RAM, a driver and a disk can all do.',
  source:
    'Our inference from https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0xc0000221--status-image-checksum-mismatch, which names disk, RAM and paging file',
  weight: 2,
  test(facts) {
    const entry = recordedStatus(facts);
    if (entry?.subclass !== 'silent-corruption') return [];
    const wrong = `${statusText(entry)} means that the data arrived and did not fit its check`;
    return [
      claim('memory', 2, `${wrong}; bad RAM does that.`),
      claim('media', 1, `${wrong}; a disk that returns wrong data does that too.`),
      claim('controller', 1, `${wrong}; so does a storage driver that transfers too little.`),
    ];
  },
};
