import type { rest } from '@inpage/contracts';

/** A disk that answers with errors, as a dump and the events of its last minutes tell it. */
export const STOP: rest.AnalysedStop = {
  title: 'KERNEL_DATA_INPAGE_ERROR, STATUS_IO_DEVICE_ERROR on Contoso NV-1000',
  stoppedAt: '2026-11-21T17:30:00.000Z',
  stoppedAtPrecision: 'exact',
  grade: 'A',
  computer: 'pc-bad-ssd.example',
  decode: {
    code: '0x0000007A',
    name: 'KERNEL_DATA_INPAGE_ERROR',
    family: 'inpage',
    layout: 'C',
    status: { code: '0xC0000185', name: 'STATUS_IO_DEVICE_ERROR', meaning: 'The device answered with an error.' },
    statusNotRecorded: false,
    backing: 'paging-file',
    parameters: [
      {
        number: 1,
        value: '0xfffff6fc40008070',
        label: 'Page table entry',
        meaning: 'Its address, inside the page tables.',
      },
      {
        number: 2,
        value: '0xffffffffc0000185',
        label: 'Status',
        meaning: 'STATUS_IO_DEVICE_ERROR, sign-extended to 64 bits by Windows.',
      },
      { number: 3, value: '0x00000002454628c0', label: 'Current process', meaning: 'Only its low half is certain.' },
      { number: 4, value: null, label: 'Address', meaning: 'Not recorded by the source.' },
    ],
    warnings: ['The fourth parameter is missing, so the page itself is not known.'],
  },
  verdict: {
    cause: 'link',
    confidence: 0.7,
    reasons: [
      { rule: 'status/io-device-error', cause: 'link', weight: 3, because: 'The read failed with 0xC0000185.' },
      {
        rule: 'lead-up/timeouts',
        cause: 'link',
        weight: 1.5,
        because: 'The disk was reset twice within two minutes before the stop.',
      },
    ],
    brokenRules: [],
    whatHappened:
      'Windows needed a page of kernel memory back from the paging file, and the disk answered with an error.',
    whoDidIt: 'Most likely the path to Contoso NV-1000: the cable, then the port, then the controller.',
    howToFix:
      '1. Back up the disk.\n2. Reseat the disk in its slot, and clean the contacts; then move it to another slot, where there is one.\n3. When the stops go on with the new path, replace the disk.',
    forOwner:
      'Your PC lost contact with its disk for a moment. Please save your work elsewhere until we have looked at it.',
    triageVersion: 1,
  },
  disk: {
    model: 'Contoso NV-1000',
    vendor: 'Contoso',
    firmware: '1B2QEXM7',
    serial: 'S4EVNX0M123456',
    busType: 17,
    rule: 'paging-file-disk',
  },
  driverStack: [
    { name: 'disk', version: '10.0.26100.1' },
    { name: 'stornvme', version: null },
  ],
  machine: { manufacturer: 'Contoso', model: 'Workbook 14', bios: '1.12', osBuild: '26100', architecture: 'x64' },
  dump: {
    kind: 'triage',
    architecture: 'x64',
    osBuild: 26_100,
    upTimeMs: 187_200_000,
    complete: true,
    storage: {
      driver: 'stornvme',
      recorded: 64,
      succeeded: 61,
      unclear: 0,
      outstanding: [
        { name: 'READ(10)', opcode: 0x28, ageMs: 9_870 },
        { opcode: 0xc1, ageMs: 120 },
      ],
      oldestOutstandingMs: 9_870,
      failed: [{ name: 'READ(10)', opcode: 0x28, srbStatus: 4, srbStatusName: 'ERROR', durationMs: 2_105 }],
      slowestMs: 4_310,
    },
    stackModules: [
      { name: 'vendor.sys', origin: 'third-party', standing: 'named' },
      { name: 'storport.sys', origin: 'windows', standing: 'repeated' },
    ],
    addressModule: 'vendor.sys',
    processName: 'System',
    cpu: '13th Gen Intel(R) Core(TM) i5-13400',
    drivers: [{ name: 'ntoskrnl.exe' }, { name: 'storport.sys' }],
    unloadedDrivers: ['dump_stornvm'],
    nonPagedPool: { allocatedBytes: '0x0000000010000000', maximumBytes: '0x0000000100000000' },
    commit: { pages: '0x0000000000100000', peakPages: '0x0000000000110000', limitPages: '0x0000000000200000' },
    warnings: ['os.lab: This dump does not carry it.'],
  },
  leadUp: [
    {
      recordId: null,
      computer: 'pc-bad-ssd.example',
      at: '2026-11-21T17:28:41.000Z',
      secondsBefore: 79,
      kind: 'device-reset',
      provider: 'stornvme',
      eventId: 129,
      disk: 'this-disk',
      device: '\\Device\\RaidPort1',
      status: null,
      says: 'Windows reset the adapter at port 1, because it had not answered in time.',
    },
    {
      recordId: null,
      computer: 'pc-bad-ssd.example',
      at: '2026-11-21T17:32:05.000Z',
      secondsBefore: -125,
      kind: 'dump-written',
      provider: 'volmgr',
      eventId: 162,
      disk: 'unknown-disk',
      device: null,
      status: null,
      says: 'The dump was written.',
    },
  ],
  sources: [
    { kind: 'dump', says: 'The dump itself', where: null, at: '2026-11-21T17:30:00.000Z', blamed: null, doubts: [] },
    {
      kind: 'wer-1001',
      says: 'Event 1001 of BugCheck',
      where: 'event 3',
      at: '2026-11-21T17:32:31.000Z',
      blamed: null,
      doubts: [],
    },
  ],
};

export const ANALYSIS: rest.Analysis = {
  input: {
    kind: 'dump',
    name: '112126-9843-01.dmp',
    bytes: 1_542_736,
    says: 'A small kernel dump (triage) of Windows build 26100, x64.',
  },
  stops: [STOP],
  events: [],
  faults: [],
  notKnown: [
    'What the disks did before the stop is not told here. The System log of the machine tells: wevtutil qe System /f:xml > events.xml',
  ],
};

/** What somebody typed off a screen. */
export const TYPED: rest.Analysis = {
  input: { kind: 'text', name: null, bytes: 74, says: 'Text: a stop screen.' },
  stops: [
    {
      ...STOP,
      title: 'KERNEL_DATA_INPAGE_ERROR, STATUS_IO_DEVICE_ERROR',
      stoppedAt: null,
      stoppedAtPrecision: null,
      grade: 'B',
      computer: null,
      disk: null,
      driverStack: null,
      machine: null,
      dump: null,
      leadUp: [],
      verdict: {
        ...STOP.verdict,
        cause: 'unknown',
        confidence: 0,
        reasons: [],
        brokenRules: ['status/odd'],
        forOwner: '',
      },
      sources: [
        {
          kind: 'stop-screen',
          says: 'Stop screen',
          where: 'line 2',
          at: null,
          blamed: 'atapi.sys',
          doubts: ['Its bracket is not closed, so the last parameter may be cut.'],
        },
      ],
    },
  ],
  events: [],
  faults: [],
  notKnown: ['When the machine stopped is not told here.'],
};

/** A log with several stops, a storage event at another time, and an event that is damaged. */
export const LOG: rest.Analysis = {
  input: {
    kind: 'events',
    name: 'events.xml',
    bytes: 48_211,
    says: '61 Windows events or records of pc-bad-ssd.example; 1 more could not be read.',
  },
  stops: [
    STOP,
    {
      ...STOP,
      stoppedAt: '2026-11-02T08:00:00.000Z',
      title: 'Stopped without a bugcheck',
      verdict: { ...STOP.verdict, cause: 'unknown' },
    },
  ],
  events: [{ ...STOP.leadUp[0]!, at: '2026-09-01T10:00:00.000Z', secondsBefore: null, disk: 'unknown-disk' }],
  faults: [{ where: 'event 17', detail: 'TimeCreated is not an ISO time with a zone' }],
  notKnown: [],
};
