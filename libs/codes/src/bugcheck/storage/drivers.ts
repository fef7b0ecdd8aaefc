import { NO_FORMS, oneForm, RESERVED, type StorageBugcheckRow } from './storage-bugcheck.js';

const NAME = 'address of the name of the driver';

/** Drivers and hardware, those of storage among them. */
export const DRIVER_BUGCHECKS: readonly StorageBugcheckRow[] = [
  [
    0xf0,
    {
      storage: 'direct',
      summary:
        'A storage miniport driver left a request uncompleted after a reset, an abort or its timeout. Parameter 2 points at the name of the driver.',
      forms: [
        {
          when: 'not completed after a reset',
          parameters: ['1', NAME, 'address of the request', 'device object of the unit'],
        },
        {
          when: 'not completed after an abort',
          parameters: ['2', NAME, 'address of the abort request', 'request that was to be aborted'],
        },
        { when: 'not completed in time', parameters: ['3', NAME, 'address of the request', 'timeout of the request'] },
        { when: 'key of an inline encryption engine', parameters: ['4', NAME, 'kind of operation', RESERVED] },
      ],
      next: [
        'Version of the driver that parameter 2 names, and whether it changed lately.',
        'Firmware of controller and disk.',
        'Port 129 before the stop: the same hang, survived.',
      ],
    },
  ],
  [
    0x140,
    {
      storage: 'direct',
      summary: 'The responsiveness of a storage device fell below what Windows accepts.',
      forms: NO_FORMS,
      next: [
        'StorPort 500, 504, 505 and 557 before the stop: they name the device.',
        'Health and firmware of that device.',
      ],
    },
  ],
  [
    0x9f,
    {
      storage: 'corroborates',
      summary:
        'A device did not finish a power transition. Storage is meant only when the device is a disk or its controller, or when storage resets happened at the same time.',
      forms: [
        {
          when: 'parameter 1 is 3: a device holds a request back',
          parameters: ['3', 'physical device object', 'triage block', 'request that is held back'],
        },
        {
          when: 'parameter 1 is 4: Plug and Play did not come free',
          parameters: ['4', 'timeout in seconds', 'thread that holds the lock', 'triage block'],
        },
        {
          when: 'parameter 1 is 1, 2, 5, 6 or 0x500',
          parameters: [
            'kind of violation',
            'depends on parameter 1',
            'depends on parameter 1',
            'depends on parameter 1',
          ],
        },
      ],
      next: [
        'Which device parameter 2 is: the dump tells.',
        'Port 129 and disk 153 around the sleep or the wake-up.',
        'Power saving of the SATA or NVMe link, and firmware of the disk.',
      ],
    },
  ],
  [
    0x133,
    {
      storage: 'corroborates',
      summary:
        'Code at raised interrupt level ran too long. Storage drivers are among those that do; the dump has to name the driver.',
      forms: [
        { when: 'one call ran too long', parameters: ['0', 'time in ticks', 'time allowed in ticks', 'triage block'] },
        { when: 'all together ran too long', parameters: ['1', 'period of the watchdog', 'triage block', RESERVED] },
      ],
      next: ['The driver that the dump names.', 'Driver of the storage controller and firmware of the disk.'],
    },
  ],
  [
    0xd1,
    {
      storage: 'not-storage',
      summary: 'A driver bug. It concerns storage only when the driver is a storage driver.',
      forms: oneForm(
        'address that was touched',
        'interrupt level',
        '0: read; 1: write; 2 or 8: execute',
        'address of the instruction',
      ),
      next: ['The driver that the dump names.'],
    },
  ],
  [
    0x124,
    {
      storage: 'unknown',
      summary:
        'The hardware reported an error that cannot be corrected. Parameter 1 of 4 is PCI Express, and an NVMe drive is such a device; the others are processor, memory or platform.',
      forms: [
        {
          when: 'machine check',
          parameters: ['0', 'address of the error record', 'high half of MCi_STATUS', 'low half of MCi_STATUS'],
        },
        { when: 'PCI Express', parameters: ['4', 'address of the error record', RESERVED, RESERVED] },
        { when: 'any other source', parameters: ['kind of source', 'address of the error record', RESERVED, RESERVED] },
      ],
      next: [
        'With parameter 1 of 4: bus, device and function in the error record or in WHEA-Logger 16 and 17. Is it the port of the NVMe drive?',
        'Seat of the drive, firmware of the machine and of the drive, power saving of the link.',
        'Otherwise processor, RAM, heat and overclocking.',
      ],
    },
  ],
];
