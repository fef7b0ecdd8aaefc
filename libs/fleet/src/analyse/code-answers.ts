import { NtStatus, ntStatus } from '@inpage/codes';
import type { rest } from '@inpage/contracts';
import { formatHex32 } from '@inpage/core';
import { TRIAGE_VERSION, type Decode, type Verdict } from '@inpage/triage';
import type { z } from 'zod';

/** A status with its name and meaning; null when the stop has none, or none was recorded. */
export function statusAnswer(status: number | null | undefined): z.output<typeof rest.ntStatus> | null {
  if (status === null || status === undefined) return null;
  const { name, meaning } = ntStatus(NtStatus(status));
  return { code: formatHex32(status), name, meaning };
}

/** A decode as it stands on the wire. */
export const decodeAnswer = (decode: Decode): rest.AnalysedStop['decode'] => ({
  code: formatHex32(decode.code),
  name: decode.name,
  family: decode.family,
  layout: decode.layout,
  status: statusAnswer(decode.status),
  statusNotRecorded: decode.statusNotRecorded,
  backing: decode.backing,
  parameters: decode.parameters.map((one) => ({ ...one, value: one.value ?? null })),
  warnings: [...decode.warnings],
});

/** A verdict as it stands on the wire, with the version of the rules that made it. */
export const verdictAnswer = (verdict: Verdict): rest.AnalysedStop['verdict'] => ({
  ...verdict,
  // Ids of records lead nowhere here: nothing was stored.
  reasons: verdict.reasons.map(({ rule, cause, weight, because }) => ({ rule, cause, weight, because })),
  brokenRules: [...verdict.brokenRules],
  triageVersion: TRIAGE_VERSION,
});
