import { FILTER_DRIVER } from './filter-driver.js';
import type { AttachedDisk, Configuration, MachineFacts } from './machine.js';

/** VMD driver of Intel RST; the version is one of its public releases. */
const VMD_VERSION = '19.5.7.1058';

export interface StackDriver {
  readonly name: string;
  readonly version: string;
}

/** Drivers of one disk, top of the stack first. What ships with Windows carries the build as version. */
export function driverStack(machine: MachineFacts, now: Configuration, disk: AttachedDisk): StackDriver[] {
  const inbox = (name: string): StackDriver => ({ name, version: `10.0.${now.osBuild}` });
  const internal = !disk.removable;
  return [
    ...(internal && machine.pc.bitLocker ? [inbox('fvevol')] : []),
    ...(internal && now.filterVersion ? [{ name: FILTER_DRIVER, version: now.filterVersion }] : []),
    inbox('partmgr'),
    inbox('disk'),
    internal ? portDriver(machine, inbox) : inbox('UASPStor'),
  ];
}

const portDriver = ({ pc }: MachineFacts, inbox: (name: string) => StackDriver): StackDriver =>
  pc.port === 'iaStorVD' ? { name: pc.port, version: VMD_VERSION } : inbox(pc.port);

/** How groups compare a stack: lower case, in order, without versions. */
export const stackKey = (stack: readonly StackDriver[]): string =>
  stack.map(({ name }) => name.toLowerCase()).join(' > ');
