import { claim, type Rule } from '../rule.js';

export const pageChecksum: Rule = {
  id: 'bugcheck/page-checksum',
  doc: 'A page came back from the paging file with a wrong checksum: disk, RAM or storage driver, and the stop does not say which.',
  source:
    'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0x1a--memory-management; https://github.com/virtio-win/kvm-guest-drivers-windows/issues/1614',
  weight: 2,
  test({ decode }) {
    if (decode.layout !== '1A-crc') return [];
    const page = 'The page was read without an error and its checksum is wrong';
    return [
      claim('media', 2, `${page}: the disk may have returned wrong data.`),
      claim('memory', 2, `${page}: RAM may have changed it.`),
      claim('controller', 2, `${page}: the storage driver may have delivered the wrong page.`),
    ];
  },
};
