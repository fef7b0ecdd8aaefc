import type { MachineId } from '@inpage/core';

/** Which machine a computer is. */
export abstract class MachineDirectory {
  /** The machine of that name; made when it is new. The name is as `computerKey` writes it. At once where it is remembered. */
  abstract byComputer(computer: string): MachineId | Promise<MachineId>;
  /** The machine with that identity; one that was known by name alone is adopted. */
  abstract enrolled(identity: { computer: string; machineGuid?: string; smbiosUuid?: string }): Promise<MachineId>;
}

/** What nearly every name is made of: nothing to remove, nothing to trim. */
const PLAIN = /^[\w.-]*[\w-]$/;

/** Windows compares computer names without case; a DNS name may end in a dot; control characters belong to no name. */
export const computerKey = (name: string): string => (PLAIN.test(name) ? name.toLowerCase() : tidied(name));

const tidied = (name: string): string =>
  name
    .replace(/\p{Cc}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/\.$/, '')
    .toWellFormed();
