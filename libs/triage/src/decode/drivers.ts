import { byFirstParameter } from './by-first-parameter.js';
import { type Decoder, reserved, text } from './reading.js';

const driverName = text('Driver name', 'Address of the name of the miniport driver.');
const request = text('Request', 'Address of the SRB, the request that was not completed.');

/** Bugcheck 0xF0 STORAGE_MINIPORT_ERROR. Source: Microsoft's page on it. */
export const decodeStorageMiniportError = byFirstParameter('What the miniport did not do', [
  [
    1n,
    'Complete a request after a successful reset.',
    driverName,
    request,
    text('Unit', 'The StorPort device object of the unit.'),
  ],
  [
    2n,
    'Complete a request after it had been aborted.',
    driverName,
    text('Abort request', 'Address of the SRB that asked for the abort.'),
    text('Aborted request', 'The SRB that was to be aborted.'),
  ],
  [3n, 'Complete a request within its timeout.', driverName, request, text('Timeout', 'The timeout of the request.')],
  [4n, 'Carry out a cryptographic operation.', driverName, text('Operation', 'The type of the operation.'), reserved],
]);

const deviceObject = text('Device object', 'The device that is meant.');
const triageBlock = text('Triage block', 'Address of what Windows collected about the power transition.');
const noPoStart = 'A driver completed a power request but did not start the next one.';

/** Bugcheck 0x9F DRIVER_POWER_STATE_FAILURE. Source: Microsoft's page on it. */
export const decodeDriverPowerStateFailure = byFirstParameter('What went wrong', [
  [1n, 'A device object was freed while a power request was outstanding.', deviceObject, reserved, reserved],
  [
    2n,
    noPoStart,
    text('Target device object', 'When it is available.'),
    deviceObject,
    text('Driver object', 'When it is available.'),
  ],
  [
    3n,
    'A device held a request back for too long.',
    text('Physical device object', 'The device whose stack is blocked.'),
    triageBlock,
    text('Blocked request', 'Address of the IRP.'),
  ],
  [
    4n,
    'The power transition could not get past Plug and Play in time.',
    text('Timeout', 'In seconds.'),
    text('Thread', 'The thread that holds the lock of Plug and Play.'),
    triageBlock,
  ],
  [
    5n,
    'A device did not finish a directed power transition in time.',
    text('Physical device object', 'The device that is meant.'),
    text('Power framework device', 'Its POP_FX_DEVICE object.'),
    reserved,
  ],
  [
    6n,
    'A device failed in its callback for a directed power transition.',
    text('Power framework device', 'Its POP_FX_DEVICE object.'),
    text('Direction', '1 power down, 0 power up.'),
    reserved,
  ],
  [0x500n, noPoStart, reserved, text('Target device object', 'When it is available.'), deviceObject],
]);

const watchdogBlock = text('Triage block', 'Address of what Windows collected about the timeout.');

/** Bugcheck 0x133 DPC_WATCHDOG_VIOLATION. Source: Microsoft's page on it. */
export const decodeDpcWatchdogViolation = byFirstParameter('What lasted too long', [
  [
    0n,
    'One deferred procedure call or interrupt routine exceeded its time.',
    text('Time spent', 'In clock ticks.'),
    text('Time allowed', 'In clock ticks.'),
    watchdogBlock,
  ],
  [
    1n,
    'The processor spent too long at raised interrupt level, added up.',
    text('Watchdog period', 'How long it may last.'),
    watchdogBlock,
    reserved,
  ],
]);

const ACCESS_D1 = new Map([
  [0n, 'Read.'],
  [1n, 'Write.'],
  [2n, 'Execute.'],
  [8n, 'Execute.'],
]);

const accessText = (value: bigint | undefined, names: ReadonlyMap<bigint, string>): string =>
  (value !== undefined && names.get(value)) || 'An access that we do not know.';

/** Bugcheck 0xD1 DRIVER_IRQL_NOT_LESS_OR_EQUAL. Source: Microsoft's page on it. */
export const decodeDriverIrql: Decoder = ([p1, , p3]) => ({
  faultingAddress: p1,
  texts: [
    text('Address', 'The memory that the driver touched.'),
    text('Interrupt level', 'The level at which it did so; 2 is dispatch level.'),
    text('Access', accessText(p3, ACCESS_D1)),
    text('Instruction', 'Address of the code that touched the memory.'),
  ],
});

/** Before Windows 10 1507 a write is 1, since then 2; ARM writes 1 and executes 8. */
const ACCESS_50 = new Map([
  [0n, 'Read.'],
  [1n, 'Write.'],
  [2n, 'Write.'],
  [8n, 'Execute.'],
  [0x10n, 'Execute.'],
]);

const FAULTS_50 = new Map([
  [0n, 'The page is marked as free.'],
  [2n, 'There is no page table for the address.'],
  [3n, 'The address belongs to a session that the process does not have.'],
  [4n, 'The address is not canonical.'],
  [0xfn, 'Kernel code touched a user address when it must not.'],
]);

/** Bugcheck 0x50 PAGE_FAULT_IN_NONPAGED_AREA. Source: Microsoft's page on it. */
export const decodePageFaultInNonpagedArea: Decoder = ([p1, p2, , p4]) => ({
  faultingAddress: p1,
  texts: [
    text('Address', 'The memory that was touched and is not there.'),
    text('Access', accessText(p2, ACCESS_50)),
    text('Instruction', 'Address of the code that touched the memory, when it is known.'),
    text('Type of fault', (p4 !== undefined && FAULTS_50.get(p4)) || 'A type that we do not know.'),
  ],
});
