import type { BugcheckCode, NtStatus } from '@inpage/codes';

/** A bugcheck as it was reported. A parameter that the source did not give is `undefined`, which is not zero. */
export interface Stop {
  readonly code: BugcheckCode;
  readonly parameters: readonly [bigint?, bigint?, bigint?, bigint?];
}

/**
 * Which reading of the four parameters applies: `A` `B` `C` `C-old` are the layouts of 0x7A (docs/bugchecks.md), `NT` its
 * oldest form, `77-signature` and `77-status` the two of 0x77, `1A-crc`, `1A-store` the two subtypes of 0x1A that speak of
 * storage, `ED` that of 0xED; `none` where we know no layout.
 */
export type Layout =
  'A' | 'B' | 'C' | 'C-old' | 'NT' | '77-signature' | '77-status' | '1A-crc' | '1A-store' | 'ED' | 'none';

/** What backs the page that could not be read. `unknown` wherever the parameters do not tell. */
export type Backing = 'paging-file' | 'section' | 'unknown';

/** One parameter with its meaning, ready to be shown. */
export interface DecodedParameter {
  /** 1 to 4. */
  readonly number: number;
  /** `0x` and 16 digits, or `undefined` when it was not given. */
  readonly value?: string;
  readonly label: string;
  readonly meaning: string;
}

/** What code and parameters mean. Made by `decodeStop`; total: every stop has one. */
export interface Decode {
  readonly code: BugcheckCode;
  readonly name: string;
  /** What groups share: `inpage` for 0x7A and its kin, `bugcheck-0x9f` and so on, `unclean-shutdown` for no code at all. */
  readonly family: string;
  readonly layout: Layout;
  /** The NTSTATUS inside the parameters, masked from its sign extension; `undefined` when none was recorded. */
  readonly status?: NtStatus;
  /** True when the code has a place for a status but the source left it out (all zeros, as Kernel-Power 41 often does). */
  readonly statusNotRecorded: boolean;
  readonly backing: Backing;
  readonly pageFileNumber?: number;
  /** `0x` and 16 digits. */
  readonly faultingAddress?: string;
  readonly parameters: readonly DecodedParameter[];
  /** What is odd about this stop, in whole sentences. */
  readonly warnings: readonly string[];
}
