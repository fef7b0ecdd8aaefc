import { rest } from '@inpage/contracts';
import { correlate } from '../digest/correlate.js';
import { judgeStops, stopsOf } from '../digest/crashes-of.js';
import type { Evidence } from '../digest/evidence.js';
import { judgeStop, type JudgedCrash } from '../digest/judge-stop.js';
import { reduceStop } from '../digest/reduce-stop.js';
import type { ComputerTold, Findings } from './findings.js';
import type { Steps } from './read-event-file.js';
import { inTime, stopAnswer } from './stop-answer.js';
import { judgedBy, looseEvent, type LooseEvent } from './storage-events.js';

const { stops: MOST_STOPS, events: MOST_EVENTS, evidence: MOST_EVIDENCE } = rest.ANALYSIS_LIMITS;

/** Merges what each computer's records say into stops, and judges them as the digest does. */
export function* judgeComputers(findings: Findings): Steps<Pick<rest.Analysis, 'stops' | 'events'>> {
  const judged: { crash: JudgedCrash; told: ComputerTold }[] = [];
  const loose: LooseEvent[] = [];
  for (const told of findings.computers()) {
    const crashes = crashesOfComputer(told, findings);
    judged.push(...crashes.map((crash) => ({ crash, told })));
    const taken = new Set(crashes.flatMap((crash) => [...judgedBy(crash).keys()]));
    const left = [...told.storage].filter(([id]) => !taken.has(id));
    loose.push(...left.map(([, record]) => ({ record, computer: told.computer })));
    yield;
  }
  judged.sort((a, b) => b.crash.stoppedAtMs - a.crash.stoppedAtMs);
  if (judged.length > MOST_STOPS)
    findings.leaveOut(`Only the newest ${MOST_STOPS} of ${judged.length} stops are told.`);
  const stops = judged.slice(0, MOST_STOPS).map(({ crash, told }) => stopAnswer(crash, told, findings));
  return { stops, events: newest(loose, findings).map(looseEvent) };
}

/** What has no time can neither be merged nor be set in relation to events, so each is a stop of its own. */
function crashesOfComputer(told: ComputerTold, findings: Findings): JudgedCrash[] {
  const evidence = newestEvidence([...told.evidence.values()], findings);
  const dated = evidence.filter(({ recordId }) => !findings.undated.has(recordId));
  const undated = evidence.filter(({ recordId }) => findings.undated.has(recordId));
  return [judgeDated(told, dated, findings), ...undated.map((one) => judgeAlone(told, [one]))].flat();
}

/** A single stop without a log has no witnesses; a log without a storage event is one, of silence. */
function judgeDated(told: ComputerTold, evidence: readonly Evidence[], { otherEvents }: Findings): JudgedCrash[] {
  const stops = stopsOf({ machineId: told.machineId, evidence, inventories: inTime(told) });
  if (stops.stops.length === 1 && otherEvents === 0) return judgeAlone(told, evidence);
  return judgeStops(stops, [...told.storage.values()]);
}

const judgeAlone = (told: ComputerTold, evidence: readonly Evidence[]): JudgedCrash[] =>
  correlate(evidence).map((stopped) => judgeStop(reduceStop(stopped), told.machineId, inTime(told)));

/** Merging compares stops with boots, each with each, so their number has to have an end. */
function newestEvidence(evidence: Evidence[], findings: Findings): Evidence[] {
  if (evidence.length <= MOST_EVIDENCE) return evidence;
  findings.leaveOut(`Of ${evidence.length} events that speak of stops only the newest ${MOST_EVIDENCE} were read.`);
  return evidence.sort((a, b) => b.reportedAtMs - a.reportedAtMs).slice(0, MOST_EVIDENCE);
}

function newest(events: readonly LooseEvent[], findings: Findings): LooseEvent[] {
  const inOrder = [...events].sort((a, b) => a.record.atMs - b.record.atMs);
  if (inOrder.length > MOST_EVENTS) {
    findings.leaveOut(`Of ${inOrder.length} storage events without a stop only the newest ${MOST_EVENTS} are told.`);
  }
  return inOrder.slice(-MOST_EVENTS);
}
