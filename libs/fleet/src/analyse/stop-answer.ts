import { BugcheckCode, bugcheck, NtStatus, ntStatus } from '@inpage/codes';
import type { DumpFacts, rest } from '@inpage/contracts';
import type { JudgedCrash } from '../digest/judge-stop.js';
import { inForce, type MachineInventory } from '../digest/machine-inventory.js';
import { decodeAnswer, verdictAnswer } from './code-answers.js';
import type { ComputerTold, Findings } from './findings.js';
import { leadUpAnswer } from './storage-events.js';

/** One judged stop as it stands in the answer. */
export function stopAnswer(crash: JudgedCrash, told: ComputerTold, findings: Findings): rest.AnalysedStop {
  const isDated = !crash.evidence.every(({ recordId }) => findings.undated.has(recordId));
  const inventory = inForce(inTime(told), crash.stoppedAtMs);
  return {
    title: titleOf(crash),
    stoppedAt: isDated ? new Date(crash.stoppedAtMs).toISOString() : null,
    stoppedAtPrecision: isDated ? crash.precision : null,
    grade: crash.grade,
    computer: told.computer,
    decode: decodeAnswer(crash.decode),
    verdict: verdictAnswer(crash.verdict),
    disk: diskOf(crash),
    driverStack:
      crash.stack?.drivers.map((name, place) => ({ name, version: crash.stackVersions?.[place] || null })) ?? null,
    machine: machineOf(inventory, crash.dump),
    dump: crash.dump ?? null,
    leadUp: leadUpAnswer(crash, told),
    sources: crash.evidence.map(({ recordId }) => findings.sources.get(recordId)!),
  };
}

export const inTime = ({ inventories }: ComputerTold): MachineInventory[] =>
  [...inventories.values()].sort((a, b) => a.observedAtMs - b.observedAtMs);

/** Stop, status, model, as far as they are known. */
function titleOf({ code, decode, parts }: JudgedCrash): string {
  const stop = code === undefined ? 'Stopped without a bugcheck' : bugcheck(BugcheckCode(code)).name;
  const status = decode.status === undefined ? undefined : ntStatus(NtStatus(decode.status)).name;
  const named = status ?? (decode.statusNotRecorded ? 'status not recorded' : undefined);
  return `${stop}${named === undefined ? '' : `, ${named}`}${parts.model === null ? '' : ` on ${parts.model}`}`;
}

function diskOf({ model, firmware, serial, busType, diskRule }: JudgedCrash): rest.AnalysedStop['disk'] {
  if (model === undefined || diskRule === undefined) return null;
  const known = { vendor: model.vendor ?? null, firmware: firmware ?? null, serial: serial ?? null };
  return { model: model.model, ...known, busType: busType ?? null, rule: diskRule };
}

/** What an inventory says is of the whole machine and newer than its firmware's tables, so it goes first. */
function machineOf(inventory: MachineInventory | undefined, dump: DumpFacts | undefined): rest.AnalysedStop['machine'] {
  const machine = {
    manufacturer: inventory?.manufacturer ?? dump?.machine?.manufacturer ?? null,
    model: inventory?.machineModel ?? dump?.machine?.product ?? null,
    bios: dump?.machine?.biosVersion ?? null,
    osBuild: inventory?.osBuild ?? dump?.osBuild?.toString() ?? null,
    architecture: inventory?.arch ?? dump?.architecture ?? null,
  };
  return Object.values(machine).every((one) => one === null) ? null : machine;
}
