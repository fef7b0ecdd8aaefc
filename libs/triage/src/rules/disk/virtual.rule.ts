import type { CauseClass } from '@inpage/codes';
import { miniportOf } from '../../stack/storage-drivers.js';
import type { CrashFacts } from '../../verdict.js';
import { claim, type Rule } from '../rule.js';
import { statusClass } from '../recorded-status.js';
import { behindVirtualLayer } from '../virtual-layer.js';

/** Statuses of these classes are made by the layer that plays the disk; a used-up pool or BitLocker is not its doing. */
const PLAYED_BY_THE_LAYER: ReadonlySet<CauseClass> = new Set([
  'media',
  'link',
  'device-gone',
  'controller',
  'virtual',
  'unknown',
]);

const isPagingFailure = ({ decode }: CrashFacts): boolean =>
  decode.family === 'inpage' || decode.status !== undefined || decode.layout === '1A-crc';

const layerName = ({ disk, driverStack }: CrashFacts): string =>
  disk?.virtual ? `the disk is virtual (${disk.model})` : `its miniport is ${miniportOf(driverStack)?.name}`;

export const diskVirtual: Rule = {
  id: 'disk/virtual',
  doc: 'Behind a virtual disk, a pool or a SAN the failure belongs to the host, the array or the virtual storage driver.',
  source: 'https://github.com/virtio-win/kvm-guest-drivers-windows/issues/1614; our inference for hosts and arrays',
  weight: 4,
  test(facts) {
    if (!behindVirtualLayer(facts) || !isPagingFailure(facts)) return [];
    if (!PLAYED_BY_THE_LAYER.has(statusClass(facts) ?? 'unknown')) return [];
    return [claim('virtual', 4, `What failed is played by a host, a pool or an array: ${layerName(facts)}.`)];
  },
};
