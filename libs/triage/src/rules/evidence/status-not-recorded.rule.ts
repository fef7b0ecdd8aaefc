import { claim, type Rule } from '../rule.js';

export const statusNotRecorded: Rule = {
  id: 'evidence/status-not-recorded',
  doc: 'The source left the status out; zeros there are not success, so no cause follows from them.',
  source:
    'A real Kernel-Power 41 for 0x7A whose parameters 2 to 4 are zero; our inference, because Microsoft documents no 0x7A with status 0',
  weight: 2,
  test: ({ decode }) =>
    decode.statusNotRecorded
      ? [claim('unknown', 2, 'The status of the failed read was not recorded; the zeros in its place are not success.')]
      : [],
};
