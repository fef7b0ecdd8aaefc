import type { DiskEvent, NvmeHealth, SmartAttribute } from '@inpage/winevent';
import { howMany } from './amounts.js';

/** Attributes whose raw value counts sectors or transfers that went wrong, on nearly every maker's disks. Source: ATA ACS annex on SMART; vendor data sheets. */
const SMART_COUNTERS = new Map([
  [5, 'reallocated sectors (5)'],
  [187, 'errors reported as uncorrectable (187)'],
  [197, 'sectors that wait for reallocation (197)'],
  [198, 'sectors that could not be corrected (198)'],
  [199, 'checksum errors on the cable (199)'],
]);
export const SMART_CABLE = 199;

/** Bits of CriticalWarning. Source: NVM Express 1.4, 5.14.1.2. */
const CRITICAL_WARNINGS = [
  'its spare area is below the limit',
  'its temperature is out of bounds',
  'its reliability is degraded by media or internal errors',
  'it has become read-only',
  'its backup of volatile memory has failed',
  'its persistent memory has become read-only or unreliable',
];

/** Rated life is a promise of the maker about writing, not a fault; from here on it is worth a word. */
const WORN_PERCENT = 90;

/** The raw value of an attribute holds 48 bits of which makers use the upper ones for other things. */
const rawCount = ({ raw }: SmartAttribute): number => raw % 0x1_0000_0000;

/** What is not as it should be; empty for a clean report. */
export function healthFaults({ nvmeHealth, smartAttributes }: DiskEvent): readonly string[] {
  return [...(nvmeHealth ? nvmeFaults(nvmeHealth) : []), ...smartFaults(smartAttributes ?? [])];
}

function nvmeFaults(health: NvmeHealth): string[] {
  const spare = health.sparePercent < health.spareThresholdPercent;
  return [
    ...CRITICAL_WARNINGS.filter((_, bit) => (health.criticalWarning >> bit) & 1),
    ...(health.mediaErrors > 0n ? [`it counts ${counted(health.mediaErrors, 'media error')}`] : []),
    ...(spare ? [`${health.sparePercent} % of its spare area is left`] : []),
    ...(health.usedPercent >= WORN_PERCENT ? [`${health.usedPercent} % of its rated life is used`] : []),
  ];
}

const counted = (count: bigint, one: string): string => `${count} ${one}${count === 1n ? '' : 's'}`;

const smartFaults = (attributes: readonly SmartAttribute[]): string[] =>
  attributes
    .filter((attribute) => SMART_COUNTERS.has(attribute.id) && rawCount(attribute) > 0)
    .map((attribute) => `it counts ${rawCount(attribute)} ${SMART_COUNTERS.get(attribute.id)}`);

/** Whether the report says anything about health at all. */
export const tellsHealth = ({ nvmeHealth, smartAttributes }: DiskEvent): boolean =>
  nvmeHealth !== undefined || (smartAttributes?.length ?? 0) > 0;

/** What a clean report amounts to. */
export const cleanHealth = ({ nvmeHealth, smartAttributes }: DiskEvent): string =>
  nvmeHealth === undefined
    ? `none of the counters of bad sectors among its ${howMany(smartAttributes?.length ?? 0, 'value')} is above zero`
    : `no warning and no media error, with ${nvmeHealth.sparePercent} % of the spare area left`;
