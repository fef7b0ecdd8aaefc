import { claim, type Rule } from '../rule.js';
import { failedWith, STATUS_ACCESS_VIOLATION, statusOf } from '../recorded-status.js';

export const statusSoftware: Rule = {
  id: 'status/software',
  doc: 'The status is one that a driver or filter makes up, for a request that it refused or spoiled.',
  source:
    'https://github.com/microsoft/Windows-driver-samples/blob/26a27df8/storage/class/classpnp/src/class.c (SRB_STATUS_INVALID_REQUEST); https://github.com/MicrosoftDocs/windows-driver-docs/issues/1908',
  weight: 6,
  test(facts) {
    const status = statusOf(facts, 'software');
    if (status === undefined || status.entry.code === STATUS_ACCESS_VIOLATION) return [];
    return [
      claim('software', status.weight, `${failedWith(facts, status.entry)}: a driver refused it or sent it wrongly.`),
    ];
  },
};
