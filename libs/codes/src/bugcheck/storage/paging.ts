import { NO_FORMS, oneForm, RESERVED, type StorageBugcheckRow } from './storage-bugcheck.js';

const STATUS = 'NTSTATUS of the storage stack; on 64-bit Windows sign-extended';

/** Pages that did not come back, or came back wrong. */
export const PAGING_BUGCHECKS: readonly StorageBugcheckRow[] = [
  [
    0x7a,
    {
      storage: 'direct-status',
      summary:
        'The memory manager asked for a page of kernel data and the storage stack could not deliver it. Parameter 2 is the NTSTATUS that came back. The page may live in the paging file or in any other file that the kernel maps.',
      forms: [
        {
          when: 'parameter 1 is 1 or 2, or it is 3 and parameter 3 is 0',
          parameters: [
            'lock type, which says nothing about the disk',
            STATUS,
            'the process, for lock type 1',
            'address that could not be paged in',
          ],
        },
        {
          when: 'parameter 1 is 4, or it is 3 and parameter 3 is not 0',
          parameters: ['lock type', STATUS, 'address of the InPageSupport structure', 'faulting address'],
        },
        {
          when: 'parameter 1 is an address',
          parameters: [
            'address of the page table entry',
            STATUS,
            'contents of the page table entry',
            'faulting address',
          ],
        },
        {
          when: 'Windows XP and older',
          parameters: [
            'address of the page table entry',
            STATUS,
            'faulting address',
            'contents of the page table entry',
          ],
        },
      ],
      next: [
        'The NTSTATUS in parameter 2: who returns it, and what to do first.',
        'Disk 7, 51, 153, 154, 157 and port 129 in the minutes before: they name the disk, which this code does not.',
        'Whether the page is one of the paging file or of another file; it decides which disk is meant.',
      ],
    },
  ],
  [
    0x77,
    {
      storage: 'direct-status',
      summary:
        'A kernel stack had been paged out and could not be brought back. In one form parameter 2 is the NTSTATUS and parameters 3 and 4 name paging file and offset; in the other the page arrived, but not with the right content.',
      forms: [
        {
          when: 'parameter 1 is 0, 1 or 2',
          parameters: [
            '0: page came from the cache; 1: from disk; 2: from disk, reported as success but not whole',
            'what stood where the signature should be',
            '0',
            'address of the signature on the stack',
          ],
        },
        {
          when: 'parameter 1 is anything else',
          parameters: ['NTSTATUS', STATUS, 'number of the paging file', 'offset in the paging file'],
        },
      ],
      next: [
        'With a status: the same as for 0x7A. It is the only code that names paging file and offset.',
        'With parameter 1 of 0 or 1: test the RAM first.',
        'With parameter 1 of 2: look at storage drivers, filters and firmware that report success without delivering.',
      ],
    },
  ],
  [
    0x1a,
    {
      storage: 'not-storage',
      summary: 'Parameter 1 is the subtype. Most subtypes speak of RAM or a driver; 0x3F and 0x6001 speak of storage.',
      forms: [
        {
          when: 'parameter 1 is 0x3F',
          parameters: ['0x3F', 'offset in the paging file', 'checksum that was found', 'checksum that was expected'],
        },
        {
          when: 'parameter 1 is 0x6001',
          parameters: ['0x6001', STATUS, "address in the store's memory", 'address of the memory descriptor list'],
        },
        { when: 'any other subtype', parameters: ['subtype', 'see the subtype', 'see the subtype', 'see the subtype'] },
      ],
      next: [
        '0x3F on many machines with one driver version is a finding about that driver, not about disks.',
        '0x3F on one machine: test the RAM, then firmware and driver of the disk.',
        '0x6001: read parameter 2 as that of 0x7A.',
      ],
    },
  ],
  [
    0x50,
    {
      storage: 'corroborates',
      summary:
        'Kernel memory that must be present was not. Microsoft lists faulty drivers and services, antivirus, a damaged NTFS volume and RAM.',
      forms: oneForm(
        'address that was touched',
        '0: read; 2: write; 0x10: execute. On ARM, and before Windows 10, 1 is write',
        'address of the instruction, if known',
        'kind of fault: 0, 2, 3, 4 or 0xF',
      ),
      next: ['The driver that the dump names.', 'Ntfs 55 and disk events before the stop.', 'A test of the RAM.'],
    },
  ],
  [
    0x12b,
    {
      storage: 'not-storage',
      summary:
        'A page changed while nobody wrote to it. A single flipped bit is RAM; more than that can be a device that wrote by DMA, a disk controller included.',
      forms: [
        {
          when: 'parameters 3 and 4 are 0: one bit of a page that should be zero',
          parameters: ['address of the page', 'number of the physical page', '0', '0'],
        },
        {
          when: 'otherwise: a compressed page could not be unpacked',
          parameters: ['kind of failure', 'size of the compressed page', 'source buffer', 'target buffer'],
        },
      ],
      next: ['A test of the RAM.', 'Firmware of the machine and of its storage controller.'],
    },
  ],
  [
    0x1c7,
    {
      storage: 'not-storage',
      summary: 'The store of compressed memory found its data changed: RAM or a driver, not the disk.',
      forms: [
        {
          when: 'parameter 1 is 0, 1 or 2',
          parameters: [
            'kind of corruption',
            'buffer whose hash is wrong',
            'hash that was expected',
            'number of the physical page',
          ],
        },
        {
          when: 'parameter 1 is 3',
          parameters: [
            'kind of corruption',
            'place of the page when the read began',
            'record of the page now',
            RESERVED,
          ],
        },
      ],
      next: ['A test of the RAM.', 'Drivers and firmware that changed lately.'],
    },
  ],
  [
    0x154,
    {
      storage: 'corroborates',
      summary:
        'The store of compressed memory met an exception, commonly while reading its own pages. A weak pointer to the disk unless a disk event or a 0x7A is near.',
      forms: oneForm('store context or data manager', 'exception information', RESERVED, RESERVED),
      next: [
        'Disk events in the minutes before, and a 0x7A of the same machine in the weeks around.',
        'STATUS_IN_PAGE_ERROR (0xC0000006) in the exception record of the dump: the disk did not deliver.',
        'A test of the RAM.',
      ],
    },
  ],
  [
    0x139,
    {
      storage: 'not-storage',
      summary: 'A kernel structure is corrupt: a driver bug or RAM, not the disk.',
      forms: oneForm(
        'kind of corruption; 3 is a damaged list',
        'address of the trap frame',
        'address of the exception record',
        RESERVED,
      ),
      next: ['The driver that the dump names.', 'A test of the RAM.'],
    },
  ],
  [
    0x176,
    {
      storage: 'unknown',
      summary: 'The SDK names it and no public page explains it. The name speaks of the storage stack.',
      forms: NO_FORMS,
      next: ['The dump, and disk events before the stop.'],
    },
  ],
];
