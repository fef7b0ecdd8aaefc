import type { ByteSource } from '../bytes/byte-source.js';
import type { ByteView } from '../bytes/byte-view.js';
import { readStorageHistory, type StorageHistory } from '../storport/storage-history.js';
import type { Warnings } from '../warning.js';
import { type CpuFacts, readCpu } from './cpu.js';
import { type Hypervisor, readHypervisor } from './hypervisor.js';
import { readSecondaryData, type SecondaryName } from './secondary-data.js';
import { readSmbios, type SmbiosFacts } from './smbios.js';

export interface SecondaryFacts {
  readonly smbios?: SmbiosFacts;
  readonly cpu?: CpuFacts;
  readonly hypervisor?: Hypervisor;
  readonly storage?: StorageHistory;
  readonly pagingStorage?: StorageHistory;
}

/** @param at where the triage part ends. @param crashTime FILETIME, for the age of storage requests. */
export function readSecondary(
  source: ByteSource,
  at: number | undefined,
  crashTime: bigint | undefined,
  warnings: Warnings,
): SecondaryFacts {
  const blocks = at === undefined ? [] : readSecondaryData(source, at, warnings);
  const history = (view: ByteView) => readStorageHistory(view, crashTime);
  const first = <T>(name: SecondaryName, read: (view: ByteView) => T | undefined): T | undefined => {
    const named = blocks.filter((block) => block.name === name);
    const facts = named.map(({ view }) => read(view)).find((value) => value !== undefined);
    return warnings.note(name, facts, named.length === 0 ? 'not-in-this-dump' : 'implausible');
  };
  return {
    smbios: first('smbios', readSmbios),
    cpu: first('cpu', readCpu),
    hypervisor: first('hypervisor', readHypervisor),
    storage: first('storage', history),
    pagingStorage: first('pagingStorage', history),
  };
}
