import { BugcheckCode, baseBugcheck, bugcheck } from '@inpage/codes';
import { formatHex64 } from '@inpage/core';
import type { Decode, DecodedParameter, Stop } from '../stop.js';
import { DECODERS } from './decoders.js';
import { type Decoder, type Parameters, type ParameterTexts, plainTexts } from './reading.js';
import { isOnlyFirstRecorded } from './status-parameter.js';
import { UNCLEAN_SHUTDOWN, stopFamily } from './stop-family.js';

const plain: Decoder = () => ({ texts: plainTexts });

const unsigned = ([p1, p2, p3, p4]: Stop['parameters']): Parameters => [u64(p1), u64(p2), u64(p3), u64(p4)];
const u64 = (value: bigint | undefined): bigint | undefined =>
  value === undefined ? undefined : BigInt.asUintN(64, value);

const hex = (value: bigint | undefined): string | undefined => (value === undefined ? undefined : formatHex64(value));

const NOT_RECORDED = 'Not recorded by the source. That is not the same as zero or success.';

/** Where the status is missing because the source kept the first parameter only, the zeros beside it mean nothing either. */
function parametersOf(
  values: Parameters,
  texts: ParameterTexts,
  statusNotRecorded: boolean,
): readonly DecodedParameter[] {
  const zerosAreGaps = statusNotRecorded && isOnlyFirstRecorded(values);
  return texts.map(({ label, meaning }, index) => {
    const value = values[index];
    const isGap = value === undefined || (zerosAreGaps && value === 0n);
    return { number: index + 1, value: hex(value), label, meaning: isGap ? NOT_RECORDED : meaning };
  });
}

/** What code and parameters of a stop mean. Total: every stop has a decode, also one with a code that nobody has published. */
export function decodeStop(stop: Stop): Decode {
  const code = baseBugcheck(BugcheckCode(stop.code));
  if (code === 0) return decodeNoCode();
  const values = unsigned(stop.parameters);
  const { layout = 'none', statusNotRecorded = false, ...reading } = (DECODERS.get(code) ?? plain)(values);
  return {
    code,
    name: bugcheck(code).name,
    family: stopFamily(code, layout, values[0]),
    layout,
    status: reading.status,
    statusNotRecorded,
    backing: reading.backing ?? 'unknown',
    pageFileNumber: reading.pageFileNumber,
    faultingAddress: hex(reading.faultingAddress),
    parameters: parametersOf(values, reading.texts, statusNotRecorded),
    warnings: reading.warnings ?? [],
  };
}

/** The decode of a machine that went down without leaving a code: power loss, a hard hang, or a disk that was gone. */
export const decodeNoCode = (): Decode => ({
  code: BugcheckCode(0),
  name: 'NO_BUGCHECK_RECORDED',
  family: UNCLEAN_SHUTDOWN,
  layout: 'none',
  statusNotRecorded: false,
  backing: 'unknown',
  parameters: [],
  warnings: [],
});

/** True for the decode of a crash without a code. */
export const isUncleanShutdown = (decode: Decode): boolean => decode.family === UNCLEAN_SHUTDOWN;
