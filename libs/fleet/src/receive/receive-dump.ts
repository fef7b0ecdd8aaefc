import type { DumpReceipt } from '@inpage/contracts';
import { AppError } from '@inpage/core';
import { bufferSource, dumpRecordOf, isKernelDump, readDump } from '@inpage/dump';
import type { Credential } from '../credentials/credential-store.js';
import type { DumpVault } from './dump-vault.js';
import { computerKey, type MachineDirectory } from './machine-directory.js';
import type { ReceiveRecords } from './receive-records.js';

/** A dump file, whole and as its digest says. */
export interface DumpRequest {
  readonly credential: Credential;
  /** Whose it is; needed where the credential is not that of a machine. */
  readonly computer?: string;
  readonly bytes: Uint8Array;
  readonly sha256: Buffer;
  /** Our clock minus the sender's at arrival. */
  readonly clockSkewMs?: number;
}

/**
 * Reads a dump, and has its facts committed as a record like any other. The file is kept only where there is a vault, and then
 * before the answer: whoever was answered can rely on both. When keeping fails the sender sends again, and gets a duplicate.
 */
export class ReceiveDump {
  constructor(
    private readonly records: ReceiveRecords,
    private readonly machines: MachineDirectory,
    private readonly vault: DumpVault | undefined,
  ) {}

  /** @throws AppError `dump-not-a-dump`, `dump-tells-no-stop`, and whatever a record or its credential is refused for. */
  async run(request: DumpRequest): Promise<DumpReceipt> {
    const record = recordOf(request);
    const { credential, clockSkewMs } = request;
    const body = Buffer.from(JSON.stringify(record));
    const [receipt] = await this.records.run({ credential, type: 'json', bytes: body, clockSkewMs });
    if (receipt!.status === 'rejected') throw new AppError(receipt!.code as AppError['code'], receipt!.detail);
    const keptUntil = await this.#keep(request, receipt!.id);
    return { receipt: receipt!, record, ...(keptUntil && { keptUntil: keptUntil.toISOString() }) };
  }

  async #keep({ credential, computer, bytes, sha256 }: DumpRequest, recordId: string): Promise<Date | undefined> {
    if (this.vault === undefined) return undefined;
    const machineId = credential.machineId ?? (await this.machines.byComputer(computerKey(computer ?? '')));
    return this.vault.keep({ machineId, recordId, bytes, sha256 });
  }
}

function recordOf({ bytes, computer, sha256 }: DumpRequest) {
  const reading = readDump(bufferSource(bytes));
  if (!isKernelDump(reading)) throw new AppError('dump-not-a-dump', reading.says);
  const record = dumpRecordOf(reading, { computer, sha256: sha256.toString('hex') });
  if (record === undefined) throw new AppError('dump-tells-no-stop');
  return record;
}
