import { claim, type Rule } from '../rule.js';
import { failedWith, statusOf, statusText } from '../recorded-status.js';

export const statusTimeout: Rule = {
  id: 'status/timeout',
  doc: 'The disk did not answer in time: a bad link, or a drive or controller whose firmware hung.',
  source:
    'https://github.com/microsoft/Windows-driver-samples/blob/26a27df8/storage/class/classpnp/src/class.c (SRB_STATUS_TIMEOUT, COMMAND_TIMEOUT, ABORTED)',
  weight: 3,
  test(facts) {
    const status = statusOf(facts, 'link');
    if (status?.entry.subclass !== 'timeout') return [];
    const share = status.weight / 6;
    const name = statusText(status.entry);
    return [
      claim('link', 3 * share, `${failedWith(facts, status.entry)}: no answer came over the link in time.`),
      claim('controller', 2 * share, `${name} is also what a hung drive or controller firmware leaves behind.`),
    ];
  },
};
