import { enrolRequest, enrolResponse, receipts, record, rest } from '@inpage/contracts';
import { z } from 'zod';
import { EXAMPLES } from './examples.js';
import { json, type Answer, type Route } from './route.js';

const answers = (means: string, schema: z.ZodType, example: unknown, status = 200): Answer => ({ status, means, schema, example });
const byId = rest.idParams;

/** The routes of apps/api. A controller can serve nothing that does not stand here. */
export const API_ROUTES = {
  getOverview: {
    method: 'GET', path: '/api/v1/overview', tag: 'Overview', access: 'reader',
    summary: 'The fleet in one answer: crashes over time, causes, top groups, freshness',
    query: rest.overviewQuery,
    answer: answers('The overview', rest.overview, EXAMPLES.overview),
  },
  listGroups: {
    method: 'GET', path: '/api/v1/groups', tag: 'Groups', access: 'reader',
    summary: 'Groups with a crash in a window of days',
    query: rest.groupsQuery,
    answer: answers('One page of groups', rest.groupsPage, EXAMPLES.groupsPage),
    refusals: ['cursor-invalid'],
  },
  getGroup: {
    method: 'GET', path: '/api/v1/groups/:id', tag: 'Groups', access: 'reader',
    summary: 'One group with its verdict, the decoded parameters and its facets',
    params: byId, query: rest.groupQuery,
    answer: answers('The group', rest.group, EXAMPLES.group),
    refusals: ['group-not-found'],
  },
  listGroupCrashes: {
    method: 'GET', path: '/api/v1/groups/:id/crashes', tag: 'Groups', access: 'reader',
    summary: 'All crashes of a group, newest first',
    params: byId, query: rest.pageQuery,
    answer: answers('One page of crashes', rest.crashesPage, EXAMPLES.crashesPage),
    refusals: ['group-not-found', 'cursor-invalid'],
  },
  listGroupMachines: {
    method: 'GET', path: '/api/v1/groups/:id/machines', tag: 'Groups', access: 'reader',
    summary: 'Machines of a group, the one that crashed most first',
    params: byId, query: rest.pageQuery,
    answer: answers('One page of machines', rest.groupMachinesPage, EXAMPLES.groupMachinesPage),
    refusals: ['group-not-found', 'cursor-invalid'],
  },
  listGroupDisks: {
    method: 'GET', path: '/api/v1/groups/:id/disks', tag: 'Groups', access: 'reader',
    summary: 'Disks of a group, the one with most crashes first',
    params: byId, query: rest.pageQuery,
    answer: answers('One page of disks', rest.groupDisksPage, EXAMPLES.groupDisksPage),
    refusals: ['group-not-found', 'cursor-invalid'],
  },
  getGroupSeries: {
    method: 'GET', path: '/api/v1/groups/:id/series', tag: 'Groups', access: 'reader',
    summary: 'Crashes of a group on every day of a window',
    params: byId, query: rest.seriesQuery,
    answer: answers('One point for every day', rest.groupSeries, EXAMPLES.groupSeries),
    refusals: ['group-not-found'],
  },
  listCrashes: {
    method: 'GET', path: '/api/v1/crashes', tag: 'Crashes', access: 'reader',
    summary: 'Crashes in a window of days, newest first',
    query: rest.crashesQuery,
    answer: answers('One page of crashes', rest.crashesPage, EXAMPLES.crashesPage),
    refusals: ['cursor-invalid'],
  },
  getCrash: {
    method: 'GET', path: '/api/v1/crashes/:id', tag: 'Crashes', access: 'reader',
    summary: 'One crash with its verdict, decoded parameters and evidence',
    description: 'The id is that of the crash or of any record that speaks of it, as a receipt gave it.',
    params: byId,
    answer: answers('The crash', rest.crash, EXAMPLES.crash),
    refusals: ['crash-not-found'],
  },
  listMachines: {
    method: 'GET', path: '/api/v1/machines', tag: 'Machines', access: 'reader',
    summary: 'Machines',
    query: rest.machinesQuery,
    answer: answers('One page of machines', rest.machinesPage, EXAMPLES.machinesPage),
    refusals: ['cursor-invalid'],
  },
  getMachine: {
    method: 'GET', path: '/api/v1/machines/:id', tag: 'Machines', access: 'reader',
    summary: 'One machine with its disks and its latest crashes',
    params: byId,
    answer: answers('The machine', rest.machineDetail, EXAMPLES.machine),
    refusals: ['machine-not-found'],
  },
  listDisks: {
    method: 'GET', path: '/api/v1/disks', tag: 'Disks', access: 'reader',
    summary: 'Disks, the one with most crashes first',
    query: rest.disksQuery,
    answer: answers('One page of disks', rest.disksPage, EXAMPLES.disksPage),
    refusals: ['cursor-invalid'],
  },
  getDisk: {
    method: 'GET', path: '/api/v1/disks/:id', tag: 'Disks', access: 'reader',
    summary: 'One disk, where it was attached, and its latest crashes',
    params: byId,
    answer: answers('The disk', rest.diskDetail, EXAMPLES.disk),
    refusals: ['disk-not-found'],
  },
  listCredentials: {
    method: 'GET', path: '/api/v1/credentials', tag: 'Credentials', access: 'person',
    summary: 'Enrolment keys, API tokens and credentials of machines, newest first',
    query: rest.credentialsQuery,
    answer: answers('One page of credentials, without their secrets', rest.credentialsPage, EXAMPLES.credentialsPage),
    refusals: ['cursor-invalid'],
  },
  createCredential: {
    method: 'POST', path: '/api/v1/credentials', tag: 'Credentials', access: 'person',
    summary: 'Make an enrolment key or an API token',
    description: 'The secret is in this answer and nowhere else.',
    body: json(rest.credentialRequest, EXAMPLES.credentialRequest),
    answer: answers('The credential with its secret', rest.credentialCreated, EXAMPLES.credentialCreated, 201),
  },
  revokeCredential: {
    method: 'DELETE', path: '/api/v1/credentials/:id', tag: 'Credentials', access: 'person',
    summary: 'Revoke a credential',
    description: 'Revoking one that is revoked already changes nothing.',
    params: byId,
    answer: { status: 204, means: 'It is revoked' },
    refusals: ['credential-not-found'],
  },
  signIn: {
    method: 'POST', path: '/api/auth/sign-in/email', tag: 'Sign-in', access: 'anyone',
    summary: 'Sign in; the answer sets the session cookie',
    body: json(rest.signInRequest, EXAMPLES.signInRequest),
    answer: answers('Signed in', rest.signedIn, EXAMPLES.signedIn),
    refusals: ['credential-invalid', 'credential-forbidden', 'sign-in-throttled'],
  },
  signOut: {
    method: 'POST', path: '/api/auth/sign-out', tag: 'Sign-in', access: 'anyone',
    summary: 'Sign out; the session ends at once',
    answer: { status: 204, means: 'Signed out, or was not signed in' },
    refusals: ['credential-forbidden', 'sign-in-throttled'],
  },
  getSession: {
    method: 'GET', path: '/api/auth/get-session', tag: 'Sign-in', access: 'anyone',
    summary: 'Who is signed in',
    answer: answers('The session, or null', rest.session, EXAMPLES.session),
  },
  changePassword: {
    method: 'POST', path: '/api/auth/change-password', tag: 'Sign-in', access: 'person',
    summary: 'Change one’s own password',
    body: json(rest.passwordChange, EXAMPLES.passwordChange),
    answer: { status: 204, means: 'Changed' },
    refusals: ['sign-in-throttled'],
  },
  getOpenApi: {
    method: 'GET', path: '/api/openapi.json', tag: 'Documentation', access: 'reader',
    summary: 'This document',
    answer: answers('OpenAPI 3.1', z.looseObject({ openapi: z.string() }), { openapi: '3.1.1' }),
  },
  getDocs: {
    method: 'GET', path: '/api/docs', tag: 'Documentation', access: 'reader',
    summary: 'This document as a page for people',
    answer: { status: 200, means: 'The page', contentType: 'text/html', schema: z.string() },
  },
  getDocsAsset: {
    method: 'GET', path: '/api/docs/:file', tag: 'Documentation', access: 'reader',
    summary: 'A part of the page',
    params: z.object({ file: z.string().max(64) }),
    answer: { status: 200, means: 'A script or a style sheet', contentType: 'text/plain', schema: z.string() },
    refusals: ['route-not-found'],
  },
} as const satisfies Record<string, Route>; // prettier-ignore

const RECORDS_XML = "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>…</Event>";

/** The routes of apps/ingest: served there, described here, so that there is one document. */
export const INGEST_ROUTES = {
  enrolMachine: {
    method: 'POST', path: '/v1/enrol', tag: 'Records', access: 'enroller',
    summary: 'Enrol a machine',
    description: 'A machine that enrols again gets a new secret, and its former one is revoked.',
    body: json(enrolRequest, EXAMPLES.enrolRequest),
    answer: answers('The machine and its secret', enrolResponse, EXAMPLES.enrolResponse, 201),
    refusals: ['too-many-requests', 'storage-unavailable'],
  },
  sendRecords: {
    method: 'POST', path: '/v1/records', tag: 'Records', access: 'sender',
    summary: 'Send records',
    description:
      'One record, an array, NDJSON or event XML, plain or gzip. The answer has one receipt per record, in order, and comes after the commit. ' +
      'The same record sent again gets the same id and `duplicate`.',
    body: {
      content: {
        'application/json': { schema: z.union([record, z.array(record)]), example: EXAMPLES.record },
        'application/x-ndjson': { example: `${JSON.stringify(EXAMPLES.record)}\n` },
        'application/xml': { example: RECORDS_XML },
      },
    },
    answer: answers('One receipt per record', receipts, EXAMPLES.receipts),
    refusals: [
      'body-empty', 'body-malformed', 'body-timeout', 'body-too-large', 'body-inflates-too-large', 'records-too-many', 'record-too-large',
      'content-type-unsupported', 'content-encoding-unsupported', 'nesting-too-deep', 'record-invalid', 'too-many-requests', 'storage-unavailable',
      'shutting-down',
    ],
  },
} as const satisfies Record<string, Route>; // prettier-ignore

export type ApiRouteId = keyof typeof API_ROUTES;
