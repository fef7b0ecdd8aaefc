import { claim, type Rule } from '../rule.js';

export const powerButton: Rule = {
  id: 'evidence/power-button',
  doc: 'Somebody held the power button; what made them do it is not recorded.',
  source: 'https://learn.microsoft.com/troubleshoot/windows-client/performance/event-id-41-restart',
  weight: 3,
  test: ({ powerButton: held, decode }) =>
    held && decode.family === 'unclean-shutdown'
      ? [claim('unknown', 3, 'Somebody held the power button until the machine went off.')]
      : [],
};
