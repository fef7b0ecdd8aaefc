import type { AttachedDisk, MachineFacts } from '../fleet/machine.js';
import type { DiskTruth } from '../stories/story.js';
import type { StoryId } from '../stories/story-id.js';
import type { History } from '../timeline/history.js';
import type { DiskTruthLine, MachineTruth } from './truth.js';

const iso = (ms: number): string => new Date(ms).toISOString();

/** The truth about one machine and every disk that was ever in it. */
export const machineTruth = (
  machine: MachineFacts,
  history: History,
  stories: readonly StoryId[],
  truths: readonly DiskTruth[],
): MachineTruth => ({
  ...{ type: 'machine', computer: machine.computer, machineGuid: machine.machineGuid },
  ...{ model: `${machine.pc.manufacturer} ${machine.pc.model}`, source: machine.source, stories },
  disks: serialsOf(history).map((serial) => diskLine(history, serial, truths)),
});

const serialsOf = (history: History): string[] => [
  ...new Set(history.states.flatMap(({ is }) => is.disks.map(({ serial }) => serial))),
];

function diskLine(history: History, serial: string, truths: readonly DiskTruth[]): DiskTruthLine {
  const seen = history.states.flatMap(({ fromMs, is }) =>
    is.disks.filter((disk) => disk.serial === serial).map((disk) => ({ fromMs, disk })),
  );
  const { fromMs, disk } = seen[0]!;
  const gone = history.states.find(
    (state) => state.fromMs > fromMs && !state.is.disks.some((d) => d.serial === serial),
  );
  const truth = fromMs === history.states[0]!.fromMs ? truths.find((t) => t.disk === disk.number) : undefined;
  return {
    ...{ number: disk.number, model: disk.kind.model, serial, firmware: revisions(seen) },
    ...{ state: truth?.state ?? 'healthy', since: truth ? iso(truth.sinceMs) : null },
    ...{ from: iso(fromMs), until: gone ? iso(gone.fromMs) : null },
  };
}

const revisions = (seen: readonly { readonly fromMs: number; readonly disk: AttachedDisk }[]) =>
  seen
    .filter(({ disk }, i) => disk.firmware !== seen[i - 1]?.disk.firmware)
    .map(({ fromMs, disk }) => ({ from: iso(fromMs), revision: disk.firmware }));
