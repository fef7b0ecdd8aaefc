import { claim, type Rule } from '../rule.js';
import { failedWith, STATUS_IO_DEVICE_ERROR, statusOf } from '../recorded-status.js';

export const statusLink: Rule = {
  id: 'status/link',
  doc: 'The status says that the path to the disk failed; timeouts and STATUS_IO_DEVICE_ERROR have rules of their own.',
  source: 'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0x7a--kernel-data-inpage-error',
  weight: 6,
  test(facts) {
    const status = statusOf(facts, 'link');
    if (status === undefined || status.entry.subclass === 'timeout') return [];
    if (status.entry.code === STATUS_IO_DEVICE_ERROR) return [];
    return [claim('link', status.weight, `${failedWith(facts, status.entry)}: the disk could not be reached.`)];
  },
};
