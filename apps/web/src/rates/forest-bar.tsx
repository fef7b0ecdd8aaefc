import type { CSSProperties } from 'react';
import type { RateOutcome } from '../api/types.js';
import { strings } from '../strings.js';
import { placeOn } from './forest-scale.js';
import { yearly } from './rate-words.js';

interface ForestBarProps {
  readonly outcome: Extract<RateOutcome, { kind: 'rate' }>;
  readonly scale: number;
  readonly fleetRate: number;
}

const at = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** One row of a forest plot: the interval as a line, the rate as a dot, the rate of all disks as a stroke. The row says the same in words. */
export function ForestBar({ outcome: { rate, standing }, scale, fleetRate }: ForestBarProps) {
  const [low, high, value] = [rate.low, rate.high, rate.value].map((one) => placeOn(scale, one)) as [
    number,
    number,
    number,
  ];
  const line: CSSProperties = { left: at(low), width: at(high - low) };
  return (
    <span
      className={`forest forest-${standing}`}
      role="img"
      aria-label={strings.rates.alt(yearly(rate.value), yearly(rate.low), yearly(rate.high), yearly(fleetRate))}
    >
      <i className="forest-fleet" style={{ left: at(placeOn(scale, fleetRate)) }} />
      <i className={`forest-line ${rate.high > scale ? 'forest-beyond' : ''}`} style={line} />
      <i className="forest-dot" style={{ left: at(value) }} />
    </span>
  );
}
