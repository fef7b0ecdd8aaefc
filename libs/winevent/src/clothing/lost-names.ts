import type { EventDraft } from '../event-draft.js';

/** Names in the order of the manifest. `grows` marks a list that newer versions only lengthen, down to that many. */
interface Template {
  readonly names: readonly string[];
  readonly grows?: number;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const WER = 'microsoft-windows-wer-systemerrorreporting';
const STORDIAG = 'microsoft-windows-stordiag';
const STORPORT = 'microsoft-windows-storport';

const DIAG_DISK = 'DeviceGUID DeviceNumber Vendor Model FirmwareVersion SerialNumber';
const DIAG_READ_WRITE = `${DIAG_DISK} IrpStatus LBA TransferByteCount NvCachePriority PagingPriority`;
const DIAG_SCSI = `${DIAG_DISK} DownLevelIrpStatus SrbStatus ScsiStatus SenseKey AdditionalSenseCode
  AdditionalSenseCodeQualifier CdbByteCount CdbBytes NumberOfRetriesDone`;
const PORT_UNIT =
  'MiniportName PortNumber AdapterGuid PathID TargetID LUN ClassDeviceGuid VendorId ProductId SerialNumber';
const PORT_LOG = 'PortNumber PathID TargetID LUN ClassDeviceGuid AdapterGuid';

/**
 * The events that Inpage reads by name, for collectors that hand over values without names. A list is used only where its
 * length fits, so that another version is left unnamed rather than misnamed.
 * Source: manifests of Windows 10 1511 to 11, https://github.com/jdu2600/Windows10EtwEvents
 */
const TEMPLATES = new Map<string, readonly Template[]>([
  [
    'microsoft-windows-kernel-power/41',
    [
      {
        grows: 7,
        names: words(`BugcheckCode BugcheckParameter1 BugcheckParameter2 BugcheckParameter3 BugcheckParameter4
          SleepInProgress PowerButtonTimestamp BootAppStatus Checkpoint ConnectedStandbyInProgress
          SystemSleepTransitionsToOn CsEntryScenarioInstanceId BugcheckInfoFromEFI CheckpointStatus
          CsEntryScenarioInstanceIdV2 LongPowerButtonPressDetected LidReliability InputSuppressionState
          PowerButtonSuppressionState LidState WHEABootErrorCount`),
      },
    ],
  ],
  [`${WER}/1001`, [{ names: words('param1 param2 param3') }]],
  [`${WER}/1000`, [{ names: words('param1') }]],
  ['microsoft-windows-ntfs/98', [{ names: words('DriveName DeviceName CorruptionActionState') }]],
  [
    'microsoft-windows-ntfs/140',
    [
      {
        names: words(`VolumeIdLength VolumeId DeviceNameLength DeviceName Error DeviceGuid VendorIdLength VendorId
          ProductIdLength ProductId ProductRevisionLength ProductRevision DeviceSerialNumberLength DeviceSerialNumber
          BusType AdapterSerialNumberLength AdapterSerialNumber`),
      },
      {
        names: words(`VolumeCorrelationId MountStartTimeUtc VolumeName IsBootVolume DeviceName VendorId ProductId
          ProductRevision DeviceSerialNumber BusType DeviceGuid DeviceNumber NativeNVMe AdapterSerialNumber Error`),
      },
    ],
  ],
  ...[500, 501, 502, 503].map((id) => [`${STORDIAG}/${id}`, [{ names: words(DIAG_READ_WRITE) }]] as const),
  [`${STORDIAG}/504`, [{ names: words(`${DIAG_DISK} IrpStatus IoctlControlCode`) }]],
  ...[505, 506, 507].map((id) => [`${STORDIAG}/${id}`, [{ names: words(DIAG_SCSI) }]] as const),
  [
    `${STORPORT}/510`,
    [
      {
        names: words(`${PORT_LOG} MiniportName VendorId ProductId SerialNumber FirmwareRevision SystemUptime_s Revision
          SmartReturnStatus SmartAttributesLength SmartAttributes`),
      },
    ],
  ],
  [
    `${STORPORT}/512`,
    [
      {
        names:
          words(`${PORT_LOG} MiniportName VendorId ProductId SerialNumber FirmwareRevision BootDevice SystemUptime_s
          CriticalWarning NvmeHealthLogLength NvmeHealthLog VendorSpecificLogPageCode VendorSpecificLogPageVersion
          VendorSpecificLogLength VendorSpecificLog`),
      },
    ],
  ],
  [
    `${STORPORT}/549`,
    [
      {
        names:
          words(`${PORT_LOG} BusType MiniportName VendorId ProductId SerialNumber AdapterSerialNumber BootDevice Version
          RequestDuration_ms WaitDuration_ms Command SrbStatus ScsiStatus SenseKey AddSense AddSenseQ IoSize QueueDepth LBA`),
      },
    ],
  ],
  [`${STORPORT}/550`, [{ names: words(`${PORT_UNIT} ResetType ResetStatus SuccessIoCount FailedIoCount`) }]],
  [`${STORPORT}/551`, [{ names: words(`${PORT_UNIT} AdapterSerialNumber Removable SurpriseRemovalOK`) }]],
  [
    `${STORPORT}/557`,
    [
      {
        names: words(`${PORT_UNIT} BootDevice Threshold_ms RequestDuration_ms WaitDuration_ms Command IoSize LBA
          QueueDepth`),
      },
    ],
  ],
]);

/** Gives positional data its names back, where the event and the number of its values leave no doubt. */
export function restoreNames(draft: EventDraft): void {
  if (draft.data.some(({ name }) => name !== undefined)) return;
  const templates = TEMPLATES.get(`${draft.provider?.toLowerCase()}/${draft.eventId}`) ?? [];
  const fitting = templates.find(({ names, grows = names.length }) => {
    return draft.data.length >= grows && draft.data.length <= names.length;
  });
  if (!fitting) return;
  const named = draft.data.map(({ value }, i) => ({ name: fitting.names[i], value }));
  draft.data.splice(0, draft.data.length, ...named);
}
