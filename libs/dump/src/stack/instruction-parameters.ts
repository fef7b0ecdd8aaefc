/**
 * Which parameter of a bugcheck is the address of the instruction that failed. Source: the bug check reference of
 * MicrosoftDocs/windows-driver-docs.
 */
const INSTRUCTION_PARAMETERS: Readonly<Record<number, 1 | 2 | 3 | 4>> = {
  0x0a: 4,
  0x1e: 2,
  0x3b: 2,
  0x50: 3,
  0x7e: 2,
  0x8e: 2,
  0xd1: 4,
};

export const instructionParameterOf = (bugcheck: number | undefined): 1 | 2 | 3 | 4 | undefined =>
  bugcheck === undefined ? undefined : INSTRUCTION_PARAMETERS[bugcheck];
