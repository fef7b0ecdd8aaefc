import type { WindowsEvent } from '../windows-event.js';
import type { DiskErrorCounts, DiskFacts } from './disk-event.js';
import { bigintField, claimField, hexField, numberField, statusField, textField } from './named-fields.js';
import { readNvmeHealth } from './nvme-health.js';
import { readCdb, scsiOpcode } from './scsi-command.js';
import { sense } from './sense-data.js';
import { readSmartAttributes } from './smart-attributes.js';

/*
 * Events whose values have names. Several generations of providers name the same thing differently, so every name is looked
 * for; what an event does not have stays absent.
 * Source: manifests of Windows 10 1511 to 11, https://github.com/jdu2600/Windows10EtwEvents
 */

/** Which disk, as far as Microsoft-Windows-StorDiag, -StorPort and -Ntfs name it. */
const identity = (event: WindowsEvent): DiskFacts => ({
  diskNumber: numberField(event, 'DeviceNumber'),
  portNumber: numberField(event, 'PortNumber'),
  path: numberField(event, 'PathID'),
  target: numberField(event, 'TargetID'),
  lun: numberField(event, 'LUN'),
  driver: textField(event, 'MiniportName'),
  deviceGuid: textField(event, 'ClassDeviceGuid', 'DeviceGUID', 'DeviceGuid'),
  vendor: textField(event, 'VendorId', 'Vendor'),
  model: textField(event, 'ProductId', 'Model'),
  firmware: textField(event, 'FirmwareRevision', 'FirmwareVersion', 'ProductRevision'),
  serial: textField(event, 'SerialNumber', 'DeviceSerialNumber'),
  adapterSerial: textField(event, 'AdapterSerialNumber'),
  isBootDevice: claimField(event, 'BootDevice'),
});

/** StorDiag 500 to 507: a failed request of the class driver, with the status that a 0x7A would carry. */
export function readStorDiag(event: WindowsEvent): DiskFacts {
  const command = readCdb(hexField(event, 'CdbBytes') ?? '');
  return {
    ...identity(event),
    ...scsiOutcome(event),
    status: statusField(event, 'IrpStatus') ?? statusField(event, 'DownLevelIrpStatus'),
    command,
    lba: bigintField(event, 'LBA') ?? command?.lba,
    transferBytes: numberField(event, 'TransferByteCount'),
    retries: numberField(event, 'NumberOfRetriesDone'),
  };
}

const scsiOutcome = (event: WindowsEvent): DiskFacts => {
  const srbStatusByte = numberField(event, 'SrbStatus');
  return {
    srbStatus: srbStatusByte === undefined ? undefined : srbStatusByte & 0x3f,
    scsiStatus: numberField(event, 'ScsiStatus'),
    sense: sense(
      numberField(event, 'SenseKey'),
      numberField(event, 'AdditionalSenseCode') ?? numberField(event, 'AddSense'),
      numberField(event, 'AdditionalSenseCodeQualifier') ?? numberField(event, 'AddSenseQ'),
    ),
  };
};

/** StorPort: requests that timed out, were reset, failed or were slow; removals; devices given up. */
export function readStorPort(event: WindowsEvent): DiskFacts {
  const opcode = numberField(event, 'Command');
  const command = opcode === undefined ? readCdb(hexField(event, 'Cdb') ?? '') : scsiOpcode(opcode & 0xff);
  return {
    ...identity(event),
    ...scsiOutcome(event),
    status: statusField(event, 'ResetStatus'),
    command,
    lba: bigintField(event, 'LBA') ?? command?.lba,
    transferBytes: numberField(event, 'IoSize'),
    timeoutSeconds: numberField(event, 'SrbTimeout'),
    durationMs: numberField(event, 'RequestDuration_ms'),
    isRemovable: claimField(event, 'Removable'),
    faultCode: numberField(event, 'FaultCode') || undefined,
    faultText: textField(event, 'FaultDescription'),
  };
}

/** StorPort 504: counters, and the last error under `LastError_…`. */
export function readErrorSummary(event: WindowsEvent): DiskFacts {
  const srbStatusByte = numberField(event, 'LastError_SrbStatus');
  const opcode = numberField(event, 'LastError_Command');
  return {
    ...identity(event),
    counts: countsOf(event),
    srbStatus: srbStatusByte === undefined ? undefined : srbStatusByte & 0x3f,
    scsiStatus: numberField(event, 'LastError_ScsiStatus'),
    sense: sense(
      numberField(event, 'LastError_SenseKey'),
      numberField(event, 'LastError_AddSense'),
      numberField(event, 'LastError_AddSenseQ'),
    ),
    command: opcode === undefined ? undefined : scsiOpcode(opcode & 0xff),
    lba: bigintField(event, 'LastError_LBA'),
    durationMs: numberField(event, 'LastError_RequestDuration_ms'),
  };
}

const countsOf = (event: WindowsEvent): DiskErrorCounts => ({
  total: numberField(event, 'TotalErrors'),
  readWrite: numberField(event, 'TotalReadWriteErrors'),
  impendingFailure: numberField(event, 'TotalImpendingDeviceFailureErrors'),
  deviceFailure: numberField(event, 'TotalDeviceFailureErrors'),
  miniportTimeouts: numberField(event, 'TimeoutsInMiniport'),
});

/** StorPort 510: what an ATA disk says about itself. */
export const readSmartReport = (event: WindowsEvent): DiskFacts => ({
  ...identity(event),
  smartReturnStatus: claimField(event, 'SmartReturnStatus'),
  smartAttributes: readSmartAttributes(hexField(event, 'SmartAttributes')),
});

/** StorPort 512: what an NVMe drive says about itself. */
export const readNvmeReport = (event: WindowsEvent): DiskFacts => ({
  ...identity(event),
  nvmeHealth: readNvmeHealth(hexField(event, 'NvmeHealthLog')),
});

/** Microsoft-Windows-Ntfs 98 and 140, and 55 in its newer form. 140 names the disk and the status. */
export const readNtfsManifest = (event: WindowsEvent): DiskFacts => ({
  ...identity(event),
  volume: textField(event, 'DriveName', 'VolumeName', 'VolumeId'),
  device: textField(event, 'DeviceName'),
  status: statusField(event, 'Error') ?? statusField(event, 'FailureStatus'),
  volumeState: numberField(event, 'CorruptionActionState'),
});
