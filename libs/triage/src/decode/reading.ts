import type { NtStatus } from '@inpage/codes';
import type { Backing, Layout } from '../stop.js';

/** The four parameters as unsigned 64-bit values. */
export type Parameters = readonly [bigint?, bigint?, bigint?, bigint?];

/** What one parameter is called and what its value says. */
export interface ParameterText {
  readonly label: string;
  readonly meaning: string;
}

export type ParameterTexts = readonly [ParameterText, ParameterText, ParameterText, ParameterText];

/** What a decoder of one code family finds. Whatever it leaves out is not known. */
export interface Reading {
  readonly layout?: Layout;
  readonly status?: NtStatus;
  readonly statusNotRecorded?: boolean;
  readonly backing?: Backing;
  readonly pageFileNumber?: number;
  readonly faultingAddress?: bigint;
  readonly texts: ParameterTexts;
  readonly warnings?: readonly string[];
}

/** Reads the parameters of one code. Pure, total, never throws. */
export type Decoder = (parameters: Parameters) => Reading;

export const text = (label: string, meaning: string): ParameterText => ({ label, meaning });

export const reserved = text('Reserved', 'Carries no meaning.');

/** What is shown for a code that we know no layout of. */
export const plainTexts = [1, 2, 3, 4].map((n) =>
  text(`Parameter ${n}`, 'We have no reading for this parameter of this code.'),
) as unknown as ParameterTexts;
