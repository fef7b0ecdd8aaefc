import { claim, type Rule } from '../rule.js';

export const uncleanShutdown: Rule = {
  id: 'evidence/unclean-shutdown',
  doc: 'The machine stopped without a bugcheck code: a power loss, a hard hang, or a crash that could not be recorded.',
  source: 'https://learn.microsoft.com/troubleshoot/windows-client/performance/event-id-41-restart',
  weight: 2,
  test: ({ decode }) =>
    decode.family === 'unclean-shutdown'
      ? [
          claim(
            'unknown',
            2,
            'No bugcheck code was recorded: power loss, a hard hang and a lost disk all look like this.',
          ),
        ]
      : [],
};
