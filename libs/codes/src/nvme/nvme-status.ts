import type { CauseClass } from '../cause-class.js';
import { findByNameOrNumber } from '../find-code.js';
import { NVME_STATUS_ROWS, type NvmeStatusRow } from './nvme-status-table.js';

/** What an NVMe drive said about one command. */
export interface NvmeStatus {
  /** SCT, three bits: which table the status code is of. */
  readonly type: number;
  readonly typeName: string;
  /** SC, one byte. */
  readonly code: number;
  /** `undefined` where our table has no row. */
  readonly name?: string;
  readonly meaning: string;
  readonly class: CauseClass;
  readonly source: string;
}

/** By status code type: NVM Express Base Specification 2.0, 3.3.3.2. */
const TYPES = [
  'generic',
  'command specific',
  'media and data integrity',
  'path related',
  'reserved',
  'reserved',
  'reserved',
  'vendor specific',
] as const;

const VENDOR_TYPE = 7;
/** In every type the codes from here on are the maker's. */
const VENDOR_CODE = 0xc0;
const SOURCE = 'https://nvmexpress.org/specification/nvm-express-base-specification/';
const pages = 'https://learn.microsoft.com/windows/win32/api/nvme/ne-nvme-nvme_status_';
/** Microsoft's words for the first three types; it has none for the others. */
const SOURCES = [`${pages}generic_command_codes`, `${pages}command_specific_codes`, `${pages}media_error_codes`];

const placeOf = (code: number): Pick<NvmeStatus, 'type' | 'typeName' | 'code' | 'source'> => {
  const type = (code >>> 8) & 0x07;
  return { type, typeName: TYPES[type]!, code: code & 0xff, source: SOURCES[type] ?? SOURCE };
};

const entryOf = ([code, name, meaning, leaning]: NvmeStatusRow): NvmeStatus => ({
  ...placeOf(code),
  name,
  meaning,
  class: leaning,
});

/** The statuses that we explain, by type and code. */
export const NVME_STATUSES: readonly NvmeStatus[] = NVME_STATUS_ROWS.map(entryOf);

const byCode = new Map(NVME_STATUSES.map((status) => [status.type * 256 + status.code, status]));

const unknownStatus = (code: number): NvmeStatus => {
  const place = placeOf(code);
  const isVendors = place.type === VENDOR_TYPE || place.code >= VENDOR_CODE;
  const meaning = isVendors ? 'Only the maker of the drive knows.' : 'This status is not in our table.';
  return { ...place, meaning, class: place.type === 2 ? 'media' : 'unknown' };
};

const statusOf = (code: number): NvmeStatus => byCode.get(code & 0x7ff) ?? unknownStatus(code & 0x7ff);

/** Total. Three bits of the type and eight of the code count; both stand apart in the events that Windows logs. */
export const nvmeStatus = (type: number, code: number): NvmeStatus => statusOf((type & 0x07) * 256 + (code & 0xff));

/** By name (`NVM_WRITE_FAULT`) or by type and code in one number (`0x281`). `undefined` for what is neither, or above 0x7FF. */
export const findNvmeStatus = (text: string): NvmeStatus | undefined =>
  findByNameOrNumber(text, NVME_STATUSES, 0x7ff, statusOf);
