import { bugcheck, BugcheckCode } from '@inpage/codes';
import type { rest } from '@inpage/contracts';

type Stop = rest.AnalysedStop;
type Stops = readonly Stop[];

/** Whether it makes sense to ask which disk it was. */
const speaksOfStorage = ({ decode }: Stop): boolean =>
  decode.family === 'inpage' ||
  decode.status !== null ||
  ['direct', 'direct-status'].includes(bugcheck(BugcheckCode(Number(decode.code))).storage);

/** Gaps that matter for a verdict, each with what would fill it. Windows tells the rest where the command says. */
const GAPS: readonly (readonly [isOpen: (stops: Stops, isLog: boolean) => boolean, sentence: string])[] = [
  [(stops) => stops.some((stop) => stop.stoppedAt === null), 'When the machine stopped is not told here.'],
  [
    (stops) =>
      stops.some(
        (stop) => stop.decode.parameters.length > 0 && stop.decode.parameters.every(({ value }) => value === null),
      ),
    'The four parameters are not told here. The event 1001 in the System log has them.',
  ],
  [
    (stops) => stops.some((stop) => stop.disk === null && speaksOfStorage(stop)),
    'Which disk it was, and on which driver stack, is not told here. An inventory record of the machine in the same file would tell.',
  ],
  [
    (stops, isLog) => !isLog && stops.some((stop) => stop.leadUp.length === 0 && speaksOfStorage(stop)),
    'What the disks did before the stop is not told here. The System log of the machine tells: wevtutil qe System /f:xml > events.xml',
  ],
];

/** What the stops leave open, in whole sentences. A log tells what the disks did also where it says nothing of them. */
export const notKnownOf = (stops: Stops, isLog: boolean): string[] =>
  GAPS.flatMap(([isOpen, sentence]) => (isOpen(stops, isLog) ? [sentence] : []));
