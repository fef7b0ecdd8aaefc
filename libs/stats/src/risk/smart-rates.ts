/** The lowest raw value of a bucket, and the share of such disks that failed within a year. */
type Bucket = readonly [from: number, perYear: number];

/**
 * Yearly failure rate by raw SMART value: measured on Backblaze's disks, published by the Scrutiny project (MIT,
 * webapp/backend/pkg/thresholds/ata_attribute_metadata.go, revision 89588a4f). Buckets that contradict their neighbours are joined. Left
 * out: 188, whose raw value is three packed counters, and 196, whose intervals span two orders of magnitude.
 */
const SMART_RATES: Readonly<Record<number, { readonly family: SignalFamily; readonly buckets: readonly Bucket[] }>> = {
  5: {
    family: 'surface',
    buckets: [
      [0, 0.0252],
      [1, 0.0274],
      [4, 0.075],
      [16, 0.236],
      [70, 0.362],
      [260, 0.568],
      [1100, 1.5],
    ],
  },
  187: {
    family: 'surface',
    buckets: [
      [0, 0.0281],
      [1, 0.339],
      [3, 0.501],
      [20, 0.843],
      [35, 1.44],
    ],
  },
  197: {
    family: 'surface',
    buckets: [
      [0, 0.0255],
      [1, 0.342],
      [2, 0.682],
      [16, 0.956],
      [40, 1.65],
      [100, 2.51],
    ],
  },
  198: {
    family: 'surface',
    buckets: [
      [0, 0.0287],
      [1, 0.814],
    ],
  },
  199: {
    family: 'link',
    buckets: [
      [0, 0.0407],
      [1, 0.151],
    ],
  },
};

/** Signals of one family have one cause, so only the strongest of them counts. */
export type SignalFamily = 'surface' | 'link' | 'wear' | 'disk-events' | 'self-test';

export interface Signal {
  readonly id: string;
  readonly family: SignalFamily;
  /** How many times more often such disks fail than those without the sign; null when the counter could not be read. */
  readonly times: number | null;
}

/** The attributes with a published rate. */
export const SMART_WITH_RATES: readonly number[] = Object.keys(SMART_RATES).map(Number);

/**
 * What a SMART attribute says about the risk: its published rate over that of disks where it is 0. A counter that is missing is
 * missing (null), not 0. Undefined for attributes without a published rate.
 */
export function smartSignal(attribute: number, raw: number | null): Signal | undefined {
  const known = SMART_RATES[attribute];
  if (!known) return undefined;
  const { family, buckets } = known;
  const id = `smart-${attribute}`;
  const bucket = raw === null ? undefined : buckets.findLast(([from]) => raw >= from);
  return { id, family, times: bucket ? bucket[1] / buckets[0]![1] : null };
}
