import type { Progress, Summary } from '../simulate.js';

const count = (value: number): string => Math.round(value).toLocaleString('en-US');

/** One line about how far it is. */
export function progressLine({ machines, of, records, seconds }: Progress): string {
  const rate = seconds > 0 ? records / seconds : 0;
  const left = machines > 0 ? ` · ${Math.ceil((seconds / machines) * (of - machines))} s left` : '';
  return `${count(machines)} of ${count(of)} machines · ${count(records)} records · ${count(rate)}/s${left}`;
}

/** What a finished simulation tells its caller. */
export function summaryLines(summary: Summary, out: string | undefined): string[] {
  const stops = Object.entries(summary.stops).map(([story, n]) => `${story === 'none' ? 'no story' : story} ${n}`);
  return [
    `${count(summary.machines)} machines, ${count(summary.disks)} disks, ${count(summary.records)} records in ${summary.seconds.toFixed(1)} s (${count(summary.recordsPerSecond)}/s, ${count(summary.retries)} retries)`,
    `accepted ${count(summary.accepted)}, duplicate ${count(summary.duplicate)}, rejected ${count(summary.rejected)}`,
    `stops: ${stops.join(', ')}`,
    ...summary.refusals.map((refusal) => `rejected: ${refusal}`),
    ...(out ? [`truth: ${out}`] : []),
  ];
}
