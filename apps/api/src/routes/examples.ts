import type { DumpFacts, rest } from '@inpage/contracts';
import type { z } from 'zod';

type Of<S extends z.ZodType> = z.output<S>;

/** One story for the whole document: pc-bad-ssd, whose disk answers with STATUS_IO_DEVICE_ERROR. */
const asOf = '2026-11-22T08:00:00.000Z';
const groupId = '5b0ef6a1-6f0e-8a40-9c3c-6b6f2d1c7a10';
const crashId = '0c6c2c5e-5d4f-8b0b-8f60-0d8c8d7e5a21';
const machineId = 'b9f6d3d8-7d0a-4f0e-9a55-0a6f6f6a3c32';
const diskId = '7a1b0c9d-2e3f-8a4b-b5c6-d7e8f9a0b143';
const machineRef = { id: machineId, computer: 'pc-bad-ssd.example' };
const diskRef = { id: diskId, model: 'Contoso NV-1000', firmware: '1B2QEXM7', serial: 'S4EVNX0M123456' };
const status = {
  code: '0xC0000185',
  name: 'STATUS_IO_DEVICE_ERROR',
  meaning: 'The device answered with an I/O error that it did not specify further.',
};
const title = 'KERNEL_DATA_INPAGE_ERROR, STATUS_IO_DEVICE_ERROR on Contoso NV-1000';
const driverStack = [
  { name: 'disk', version: '10.0.26100.1' },
  { name: 'stornvme', version: '10.0.26100.4351' },
];

const groupSummary: Of<typeof rest.groupSummary> = {
  id: groupId,
  family: 'inpage',
  title,
  bugcheckName: 'KERNEL_DATA_INPAGE_ERROR',
  status,
  model: 'Contoso NV-1000',
  driverStack: ['disk', 'stornvme'],
  cause: 'link',
  confidence: 0.7,
  crashes: 12,
  crashesTotal: 15,
  machines: 4,
  disks: 4,
  firstCrashAt: '2026-08-02T05:11:09.000Z',
  lastCrashAt: '2026-11-21T17:30:00.000Z',
  sparkline: [0, 0, 1, 0, 2, 1, 1, 2, 2, 3],
};

const verdict: Of<typeof rest.verdict> = {
  cause: 'link',
  confidence: 0.7,
  reasons: [
    { rule: 'link/io-device-error', cause: 'link', weight: 3, because: 'the page read failed with 0xC0000185' },
  ],
  brokenRules: [],
  whatHappened: 'Windows could not read a page of kernel memory back from the disk.',
  whoDidIt: 'The storage path to Contoso NV-1000 answered with STATUS_IO_DEVICE_ERROR.',
  howToFix: 'Reseat the disk and its cable, try another port, then replace the disk.',
  forOwner:
    'Your PC lost touch with its disk for a moment. Your files are most likely unharmed; keep a copy of those that matter.',
  triageVersion: 1,
};

const decode: Of<typeof rest.decode> = {
  code: '0x0000007A',
  name: 'KERNEL_DATA_INPAGE_ERROR',
  family: 'inpage',
  layout: 'C',
  status,
  statusNotRecorded: false,
  backing: 'paging-file',
  parameters: [
    { number: 1, value: '0xfffff6fc40008070', label: 'Page table entry', meaning: 'Address of the page table entry' },
    { number: 2, value: '0xffffffffc0000185', label: 'Status', meaning: 'STATUS_IO_DEVICE_ERROR' },
  ],
  warnings: [],
};

const crashSummary: Of<typeof rest.crashSummary> = {
  id: crashId,
  machine: machineRef,
  groupId,
  title,
  stoppedAt: '2026-11-21T17:30:00.000Z',
  stoppedAtPrecision: 'exact',
  arrivedAt: '2026-11-21T17:33:12.410Z',
  grade: 'B',
  code: '0x0000007A',
  bugcheckName: 'KERNEL_DATA_INPAGE_ERROR',
  status,
  cause: 'link',
  confidence: 0.7,
  disk: diskRef,
};

const machine: Of<typeof rest.machine> = {
  id: machineId,
  computer: 'pc-bad-ssd.example',
  manufacturer: 'Contoso',
  model: 'Workbook 14',
  osBuild: '26100.4351',
  arch: 'x64',
  firstHeardAt: '2026-03-01T07:00:00.000Z',
  lastHeardAt: '2026-11-22T07:58:31.000Z',
  inventoryAt: '2026-11-22T06:00:00.000Z',
  crashes: 5,
  lastCrashAt: '2026-11-21T17:30:00.000Z',
};

const disk: Of<typeof rest.disk> = {
  ...diskRef,
  id: diskId,
  vendor: 'Contoso',
  busType: 17,
  mediaType: 4,
  sizeBytes: 1_000_204_886_016,
  virtual: false,
  bridged: false,
  machine: machineRef,
  firstSeenAt: '2026-03-01T07:00:00.000Z',
  lastSeenAt: '2026-11-22T06:00:00.000Z',
  crashes: 5,
  lastCrashAt: '2026-11-21T17:30:00.000Z',
};

const attachment: Of<typeof rest.attachment> = {
  machine: machineRef,
  disk: diskRef,
  number: 0,
  port: 'PCI Slot 2 : Bus 1 : Device 0 : Function 0',
  holdsPageFile: true,
  isBoot: true,
  driverStack,
  firstSeenAt: '2026-03-01T07:00:00.000Z',
  lastSeenAt: '2026-11-22T06:00:00.000Z',
};

const credential: Of<typeof rest.credential> = {
  id: 'e0c1a2b3-c4d5-4e6f-8a9b-0c1d2e3f4a54',
  kind: 'api',
  label: 'Grafana',
  machine: null,
  createdAt: '2026-11-01T09:00:00.000Z',
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: asOf,
};

const window = { from: '2026-08-25', to: '2026-11-23' };
const evidence = {
  recordId: crashId,
  kind: 'event',
  reportedAt: '2026-11-21T17:33:05.000Z',
  stoppedAt: '2026-11-21T17:30:00.000Z',
  receivedAt: '2026-11-21T17:33:12.410Z',
};
const counts = { crashes: 5, firstCrashAt: '2026-09-12T10:02:45.000Z', lastCrashAt: '2026-11-21T17:30:00.000Z' };
const page = <T>(item: T) => ({ items: [item], nextCursor: null, asOf });
const user = { id: 'Wq3eT8bN', name: 'Administrator', email: 'alice@example.com' };

const dump: DumpFacts = {
  kind: 'triage',
  architecture: 'x64',
  osBuild: 26100,
  upTimeMs: 3_600_000,
  complete: true,
  storage: {
    driver: 'stornvme',
    recorded: 64,
    succeeded: 61,
    unclear: 0,
    outstanding: [{ name: 'READ(10)', opcode: 0x28, ageMs: 9_870 }],
    oldestOutstandingMs: 9_870,
    failed: [{ name: 'READ(10)', opcode: 0x28, srbStatus: 4, srbStatusName: 'ERROR', durationMs: 2_105 }],
    slowestMs: 4_310,
  },
  stackModules: [{ name: 'storport.sys', origin: 'windows', standing: 'repeated' }],
  processName: 'System',
  machine: { manufacturer: 'Contoso', product: 'Workbook 14', biosVersion: '1.12', biosDate: '03/04/2026' },
};

const analysis: Of<typeof rest.analysis> = {
  input: {
    kind: 'dump',
    name: '112126-9843-01.dmp',
    bytes: 1_542_736,
    says: 'A kernel dump of Windows build 26100, x64: small (triage), written whole.',
  },
  stops: [
    {
      title: 'KERNEL_DATA_INPAGE_ERROR, STATUS_IO_DEVICE_ERROR',
      stoppedAt: '2026-11-21T17:30:00.000Z',
      stoppedAtPrecision: 'exact',
      grade: 'A',
      computer: null,
      decode,
      verdict,
      disk: null,
      driverStack: null,
      machine: { manufacturer: 'Contoso', model: 'Workbook 14', bios: '1.12', osBuild: '26100', architecture: 'x64' },
      dump,
      leadUp: [
        {
          recordId: null,
          computer: null,
          at: '2026-11-21T17:28:41.000Z',
          secondsBefore: 79,
          kind: 'io-retried',
          provider: 'disk',
          eventId: 153,
          disk: 'this-disk',
          device: '\\Device\\Harddisk0\\DR0',
          status: null,
          says: 'A request was retried.',
        },
      ],
      sources: [
        {
          kind: 'dump',
          says: 'The dump itself',
          where: null,
          at: '2026-11-21T17:30:00.000Z',
          blamed: null,
          doubts: [],
        },
      ],
    },
  ],
  events: [],
  faults: [],
  notKnown: ['A dump does not name its disks, so which disk it was is not known from this file alone.'],
};

export const EXAMPLES = {
  overview: {
    ...window,
    crashes: 212,
    crashesBefore: 180,
    machinesWithCrashes: 71,
    machines: 500,
    disks: 512,
    groups: 23,
    newGroups: 4,
    series: [{ day: '2026-11-21', crashes: 3, cause: 'link' }],
    causes: [{ cause: 'link', crashes: 120 }],
    topGroups: [groupSummary],
    freshness: { asOf, lastRecordAt: '2026-11-22T07:59:58.120Z', pendingChunks: 0 },
  } satisfies Of<typeof rest.overview>,
  groupsPage: { ...page(groupSummary), ...window },
  group: {
    ...groupSummary,
    verdict,
    decode,
    exemplarCrashId: crashId,
    facets: [{ facet: 'firmware', value: '1B2QEXM7', crashes: 12 }],
  } satisfies Of<typeof rest.group>,
  groupMachinesPage: page({ machine: machineRef, manufacturer: 'Contoso', model: 'Workbook 14', ...counts }),
  groupDisksPage: page({ disk: diskRef, ...counts }),
  groupSeries: { ...window, points: [{ day: '2026-11-21', crashes: 1 }] },
  crashesPage: page(crashSummary),
  crash: {
    ...crashSummary,
    decode,
    verdict,
    diskRule: 'paging-file-disk',
    driverStack,
    evidence: [evidence],
    leadUp: [
      {
        recordId: '6c1de7f0-3c58-8e7d-9a51-5b1b9d7f3e54',
        at: '2026-11-21T17:29:56.500Z',
        secondsBefore: 3.5,
        kind: 'paging-error',
        provider: 'disk',
        eventId: 51,
        disk: 'this-disk',
        device: '\\Device\\Harddisk0\\DR0',
        status,
        says: 'Windows could not read memory back from disk 0; Windows made it STATUS_IO_DEVICE_ERROR.',
      },
    ],
    leadUpCut: false,
    dump,
  } satisfies Of<typeof rest.crash>,
  machinesPage: page(machine),
  machine: { ...machine, disks: [attachment], recentCrashes: [crashSummary] } satisfies Of<typeof rest.machineDetail>,
  disksPage: page(disk),
  disk: { ...disk, attachments: [attachment], recentCrashes: [crashSummary] } satisfies Of<typeof rest.diskDetail>,
  credentialsPage: page(credential),
  credentialRequest: { kind: 'api', label: 'Grafana' },
  credentialCreated: { ...credential, lastUsedAt: null, secret: 'iat_this-is-no-token-but-shows-what-one-looks-like' },
  signInRequest: { email: 'alice@example.com', password: 'correct horse battery staple' },
  signedIn: { user },
  session: { user, session: { expiresAt: '2026-11-29T08:00:00.000Z' } },
  passwordChange: { currentPassword: 'correct horse battery staple', newPassword: 'staple battery horse correct' },
  enrolRequest: { computer: 'pc-bad-ssd.example', smbiosUuid: '4c4c4544-0042-3510-8052-b4c04f564433' },
  enrolResponse: { machineId, secret: 'imc_this-is-no-secret-but-shows-what-one-looks-like' },
  record: {
    kind: 'crash',
    computer: 'pc-bad-ssd.example',
    at: '2026-11-21T17:30:00Z',
    code: '0x7a',
    parameters: ['0xfffff6fc40008070', '0xffffffffc0000185', '0x2454628c0', '0xfffff8800100e000'],
  },
  analysis,
  receipts: { receipts: [{ status: 'accepted', id: crashId }], accepted: 1, duplicate: 0, rejected: 0 },
  dumpReceipt: {
    receipt: { status: 'accepted', id: crashId },
    record: {
      kind: 'dump',
      computer: 'pc-1.corp.example',
      at: '2026-07-22T12:00:00.000Z',
      code: '0x7a',
      parameters: ['0xffffc1049a602ec0', '0xffffffffc000009c', '0x00000002454628c0', '0xfffff8053c2b0000'],
      facts: {
        kind: 'triage',
        architecture: 'x64',
        osBuild: 26100,
        complete: true,
        storage: {
          driver: 'storport.sys',
          recorded: 66,
          succeeded: 64,
          unclear: 0,
          outstanding: [{ name: 'WRITE(10)', opcode: 42, ageMs: 31000 }],
          oldestOutstandingMs: 31000,
          failed: [{ name: 'READ(10)', opcode: 40, srbStatus: 4, srbStatusName: 'ERROR', durationMs: 1000 }],
          slowestMs: 1000,
        },
        addressModule: 'Ntfs.sys',
        warnings: ['pagingStorage: This dump does not carry it.'],
      },
      fileBytes: 1572864,
      sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
    },
  },
} as const;
