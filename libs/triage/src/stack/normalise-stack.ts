/** A disk's driver stack as groups compare it. */
export interface NormalisedStack {
  /** Driver names, lower case, top of the stack first. */
  readonly drivers: readonly string[];
  /** The drivers joined by ` > `. Versions are not part of it; they are facets. */
  readonly key: string;
}

/** A real stack has fewer than ten; more is not a stack. */
const MAX_DRIVERS = 32;
/** The longest service name that Windows takes is 256; real driver names stay below 32. */
const MAX_NAME = 64;

/** `\Driver\partmgr`, `storahci.sys`, a path to the image: all name one driver. `>` cannot be in a file name. */
function driverName(entry: string): string {
  const leaf = entry.slice(0, 512).trim().split(/[\\/]/).at(-1) ?? '';
  const name = leaf.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}>]/gu, '').trim();
  return name
    .toLowerCase()
    .replace(/(?:\.sys)+$/, '')
    .trim()
    .slice(0, MAX_NAME)
    .trim();
}

/**
 * Tidies the entries of DEVPKEY_Device_Stack, top of the stack first, order kept. `undefined` when no driver is named.
 * Source: https://learn.microsoft.com/windows-hardware/drivers/install/devpkey-device-stack
 */
export function normaliseStack(drivers: readonly string[]): NormalisedStack | undefined {
  const names = drivers
    .slice(0, MAX_DRIVERS)
    .map(driverName)
    .filter((name) => name !== '');
  return names.length === 0 ? undefined : { drivers: names, key: names.join(' > ') };
}
