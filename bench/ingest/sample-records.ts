import { Seeded } from '../measure/seeded.js';

/** Where a sent record is made unlike every other: minutes, seconds and ms of its time, and its EventRecordID. */
export const TIME_MARK = '@@:@@.@@@';
export const RECORD_ID_MARK = '##########';

const DAY_MS = 86_400_000;

/**
 * What agents send, one in twenty of each rare kind: mostly events with a dozen named values or a binary, sometimes a crash,
 * an inventory or a beat. 1.6 kB in the mean. Texts of one record, with marks where each sending puts its own digits.
 */
export function sampleRecord(random: Seeded, computer: string | undefined, nowMs: number): string {
  const hour = new Date(nowMs - random.int(7 * DAY_MS)).toISOString().slice(0, 14);
  const whose = computer === undefined ? {} : { computer };
  return JSON.stringify({ ...KINDS[random.int(KINDS.length)]!(random, `${hour}${TIME_MARK}0000Z`), ...whose });
}

type Make = (random: Seeded, at: string) => Record<string, unknown>;

const event = (provider: string, eventId: number, more: Record<string, unknown>, timeCreated: string) => ({
  kind: 'event',
  event: {
    ...{
      provider,
      eventId,
      version: 0,
      level: 2,
      channel: 'System',
      computer: 'PC-0417.corp.example',
      recordId: RECORD_ID_MARK,
    },
    timeCreated,
    ...more,
  },
});

const named = (values: Record<string, string>) => Object.entries(values).map(([name, value]) => ({ name, value }));

const kernelPower: Make = (random, at) => {
  const parameters = Object.fromEntries([1, 2, 3, 4].map((i) => [`BugcheckParameter${i}`, `0x${random.hex(16)}`]));
  const rest = {
    ...{
      SleepInProgress: '0',
      PowerButtonTimestamp: '0',
      BootAppStatus: '0',
      Checkpoint: '0',
      ConnectedStandbyInProgress: 'false',
    },
    ...{
      SystemSleepTransitionsToOn: '0',
      CsEntryScenarioInstanceId: '0',
      BugcheckInfoFromEFI: 'false',
      CheckpointStatus: '0',
    },
    ...{ CsEntryScenarioInstanceIdV2: '0', LongPowerButtonPressDetected: 'false', LidReliability: 'false' },
    ...{ InputSuppressionState: '0', PowerButtonSuppressionState: '0', LidState: '3', WHEABootErrorCount: '0' },
  };
  return event(
    'Microsoft-Windows-Kernel-Power',
    41,
    { data: named({ BugcheckCode: '122', ...parameters, ...rest }) },
    at,
  );
};

const diskRetried: Make = (random, at) =>
  event(
    ...(['disk', 153] as const),
    {
      qualifiers: 32_772,
      data: ['\\Device\\Harddisk0\\DR0', random.hex(8), '0', ''],
      binary: `0F01040003002C0000000000990004800000000000000000${random.hex(1700)}`,
    },
    at,
  );

const errorReport: Make = (random, at) =>
  event(
    ...(['Windows Error Reporting', 1001] as const),
    {
      channel: 'Application',
      data: [
        ...[
          '',
          '0',
          'APPCRASH',
          'Not available',
          '0',
          `application-${random.hex(12)}.exe`,
          '10.0.26100.4351',
          random.hex(8),
        ],
        ...['ntdll.dll', '10.0.26100.4202', random.hex(8), 'c0000005', random.hex(16), '', ''],
        ...[1, 2, 3, 4, 5, 6, 7, 8].map(
          () =>
            `\\\\?\\C:\\ProgramData\\Microsoft\\Windows\\WER\\Temp\\WER.${random.hex(8)}-${random.hex(4)}.tmp.WERInternalMetadata.xml`,
        ),
        `C:\\ProgramData\\Microsoft\\Windows\\WER\\ReportQueue\\AppCrash_${random.hex(40)}_${random.hex(8)}_cab_${random.hex(8)}`,
        ...['', '0', random.hex(32), '4', random.hex(32), '0'],
        ...[1, 2, 3].map(
          () =>
            `C:\\Program Files\\WindowsApps\\Vendor.Product_${random.hex(8)}_x64__${random.hex(13)}\\${random.hex(20)}\\plug-in-host.exe`,
        ),
        `faulting module loaded from C:\\Program Files\\Vendor ${random.hex(20)}\\${random.hex(24)}\\bin\\${random.hex(16)}.dll`,
      ],
    },
    at,
  );

const STACK = ['fvevol', 'iorate', 'volsnap', 'partmgr', 'disk', 'storahci'].map((name) => ({
  name,
  version: '10.0.26100.4351',
}));
const disk = (random: Seeded) => ({
  model: 'Samsung SSD 980 1TB',
  firmware: '3B4QFXO7',
  serial: `S649NL0T${random.hex(8)}`,
  busType: 17,
  mediaType: 4,
});

const crash: Make = (random, at) => ({
  ...{
    kind: 'crash',
    at,
    code: '0x7a',
    parameters: [1, 2, 3, 4].map(() => `0x${random.hex(16)}`),
    source: 'event',
    reportId: random.hex(32),
  },
  ...{ disk: disk(random), driverStack: STACK },
});

const inventory: Make = (random, at) => ({
  ...{
    kind: 'inventory',
    at,
    machine: { manufacturer: 'Dell Inc.', model: 'Latitude 7450', bios: '1.21.0', osBuild: '26100.4351', arch: 'x64' },
  },
  disks: [0, 1, 2].map((number) => ({
    ...disk(random),
    ...{
      number,
      sizeBytes: 1_000_204_886_016,
      port: 'PCI bus 2, device 0',
      removable: false,
      isBoot: number === 0,
      holdsPageFile: number === 0,
    },
    driverStack: STACK,
  })),
});

const beat: Make = (random, at) => ({ kind: 'beat', at, agentVersion: '0.1.0', uptimeSeconds: random.int(1_000_000) });

const times = (count: number, make: Make): Make[] => Array.from({ length: count }, () => make);
const KINDS: readonly Make[] = [
  ...times(6, kernelPower),
  ...times(5, diskRetried),
  ...times(6, errorReport),
  crash,
  inventory,
  beat,
];
