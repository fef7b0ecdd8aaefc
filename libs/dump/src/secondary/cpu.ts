import type { ByteView } from '../bytes/byte-view.js';
import { utf16 } from '../bytes/text.js';

/** The processor, from HKLM\HARDWARE\DESCRIPTION\System\CentralProcessor\0. */
export interface CpuFacts {
  readonly name?: string;
  readonly vendor?: string;
  /** `Intel64 Family 6 Model 58 Stepping 9`. */
  readonly identifier?: string;
  readonly mhz?: number;
  /** Revision of the microcode: the high half of MSR 0x8B. */
  readonly microcode?: number;
}

const REG_SZ = 1;
const MOST_VALUES = 64;
const LONGEST_NAME_UNITS = 64;
const LONGEST_TEXT_UNITS = 96;
const PRINTABLE = /[^\x20-\x7e]/g;

type Value = { readonly type: number; readonly data: ByteView };

const text = ({ type, data }: Value): string | undefined =>
  type === REG_SZ
    ? utf16(data, 0, LONGEST_TEXT_UNITS).replace(PRINTABLE, '').replace(/ +/g, ' ').trim() || undefined
    : undefined;

/** VirtualBox answers all ones, other machines zero, where there is no microcode to speak of. */
const microcode = (revision: number | undefined): number | undefined =>
  revision === 0xffff_ffff ? undefined : revision || undefined;

/** The registry values that are taken, by name. */
const TAKEN: Readonly<Record<string, (value: Value) => Partial<CpuFacts>>> = {
  ProcessorNameString: (value) => ({ name: text(value) }),
  VendorIdentifier: (value) => ({ vendor: text(value) }),
  Identifier: (value) => ({ identifier: text(value) }),
  '~MHz': ({ data }) => ({ mhz: data.u32(0) || undefined }),
  MSR8B: ({ data }) => ({ microcode: microcode(data.u32(4)) }),
};

/** Values follow one another: name length, UTF-16 name, type, data length, data; lengths in bytes. */
export function readCpu(view: ByteView): CpuFacts | undefined {
  const facts: Partial<CpuFacts> = {};
  let at = 0;
  for (let i = 0; i < MOST_VALUES; i++) {
    const nameBytes = view.u32(at);
    if (nameBytes === undefined || nameBytes > 2 * LONGEST_NAME_UNITS) break;
    const dataBytes = view.u32(at + nameBytes + 8);
    if (dataBytes === undefined) break;
    const type = view.u32(at + nameBytes + 4)!;
    const dataAt = at + nameBytes + 12;
    const name = utf16(view, at + 4, nameBytes / 2);
    const take = Object.hasOwn(TAKEN, name) ? TAKEN[name] : undefined;
    if (take) Object.assign(facts, take({ type, data: view.sub(dataAt, dataBytes) }));
    at = dataAt + dataBytes;
  }
  return Object.values(facts).some((value) => value !== undefined) ? facts : undefined;
}
