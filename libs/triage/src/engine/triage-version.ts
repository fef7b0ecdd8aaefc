/**
 * Raised with every change of a rule, a weight or a text that changes a verdict. Derived rows carry it, so a replay knows
 * which verdicts are old.
 */
export const TRIAGE_VERSION = 2;
