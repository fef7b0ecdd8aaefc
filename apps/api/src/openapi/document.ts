import type { Route } from '../routes/route.js';
import { API_ROUTES, INGEST_ROUTES } from '../routes/route-table.js';
import { schemas } from './components.js';
import { operation, templated } from './operation.js';

const TAGS: Record<string, string> = {
  Overview: 'The fleet at a glance',
  Groups: 'Crashes with the same stop family, NTSTATUS, disk model and driver stack',
  Crashes: 'One stop of one machine, merged from all the records that speak of it',
  Remarks: 'What people say about groups and crashes: comments, and answers to “was this right?”',
  Machines: 'PCs',
  Disks: 'Physical disks and where they were attached',
  Rates: 'How often disks stop their machines, per disk-year',
  Analyse: 'One file or text of a stop, read and forgotten',
  Credentials: 'Enrolment keys and API tokens',
  'Sign-in': 'Sessions of people',
  Records: 'What sources send',
  Documentation: 'This document',
};

const DESCRIPTION = `Inpage finds failing disks from blue screens.

Times are ISO 8601 in UTC. 64-bit values are hex strings. Windows of days are half open: \`from\` belongs to them, \`to\` does not.
Lists are paged: send \`nextCursor\` as \`cursor\`, with the same sorting and filters, until it is null.
A refusal is \`application/problem+json\` with a stable \`code\`; \`/problems/<code>\` explains it.`;

const SECURITY_SCHEMES = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'inpage.session_token',
    description: 'Set by signing in; named `__Secure-inpage.session_token` over https',
  },
  apiToken: { type: 'http', scheme: 'bearer', description: 'An API token, `iat_…`: reads everything, changes nothing' },
  machineSecret: {
    type: 'http',
    scheme: 'bearer',
    description: 'The secret of a machine, `imc_…`, as enrolment gave it',
  },
  enrolmentKey: { type: 'http', scheme: 'bearer', description: 'An enrolment key, `ike_…`' },
};

/** OpenAPI 3.1 of everything that Inpage answers: made from the route table and the contracts, so that it cannot lag behind. */
export function openApiDocument() {
  const routes: [string, Route][] = Object.entries({ ...API_ROUTES, ...INGEST_ROUTES });
  const paths: Record<string, Record<string, object>> = {};
  for (const [id, route] of routes)
    (paths[templated(route.path)] ??= {})[route.method.toLowerCase()] = operation(id, route);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Inpage',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: { schemas: schemas(), securitySchemes: SECURITY_SCHEMES },
  };
}
