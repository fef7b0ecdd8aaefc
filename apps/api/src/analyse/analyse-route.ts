import { rest } from '@inpage/contracts';
import { EXAMPLES } from '../routes/examples.js';
import type { Route } from '../routes/route.js';

const WINDBG = 'BugCheck 7A, {fffff6fc40008070, ffffffffc0000185, 2454628c0, fffff8800100e000}';
const EVENTS_XML = "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>…</Event>";

/** What a person has of a stop, read at once. */
export const ANALYSE_ROUTES = {
  analyse: {
    method: 'POST',
    path: '/api/v1/analyse',
    tag: 'Analyse',
    access: 'reader',
    summary: 'Read a dump, events or any text of a stop; nothing is stored',
    description:
      'The body is the file or the text itself, of any content type: a kernel dump (.dmp), Windows events as XML or JSON in any ' +
      'collector’s clothing, records of Inpage, or what WinDbg, BlueScreenView, WhoCrashed, Windows Error Reporting, vmware.log or a ' +
      'stop screen say. What it is, is found out from its bytes. Neither the body nor the answer is stored or logged.',
    query: rest.analyseQuery,
    body: {
      means: 'At most 32 MB, unless the operator has set another limit for dumps (INPAGE_DUMP_MAX_MB).',
      content: {
        'application/octet-stream': { example: 'PAGEDU64…' },
        'text/plain': { example: WINDBG },
        'application/xml': { example: EVENTS_XML },
        'application/json': { example: EXAMPLES.record },
      },
    },
    answer: {
      status: 200,
      means: 'What it says, and what it does not',
      schema: rest.analysis,
      example: EXAMPLES.analysis,
    },
    refusals: [
      'body-empty',
      'body-malformed',
      'body-too-large',
      'body-timeout',
      'content-type-unsupported',
      'content-encoding-unsupported',
      'too-many-requests',
    ],
  },
} as const satisfies Record<string, Route>;
