import type { MachineId, RecordId } from '@inpage/core';
import type { Evidence } from '../digest/evidence.js';

export const MACHINE = '00000000-0000-4000-8000-00000000000a' as MachineId;

/** A 0x7A of a disk that was gone, as a crash record has it. */
export const evidenceOf = (id: number, atMs: number): Evidence => ({
  ...{ machineId: MACHINE, kind: 'crash', source: 'reduced', receivedAtMs: atMs, code: 0x7a },
  ...{ reportedAtMs: atMs, stoppedAtMs: atMs, powerButton: false },
  recordId: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}` as RecordId,
  parameters: [0xffffc1049a602ec0n, 0xffffffffc000000en, 0x2454628c0n, 0xfffff8053c2b0000n],
});
