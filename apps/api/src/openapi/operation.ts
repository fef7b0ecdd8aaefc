import { ERRORS, type ErrorCode, type Refusal } from '@inpage/core';
import type { z } from 'zod';
import type { Access, Body, Route } from '../routes/route.js';
import { schemaOf, type JsonSchema } from './components.js';

export const SECURITY: Record<Access, readonly Record<string, readonly []>[]> = {
  anyone: [],
  reader: [{ session: [] }, { apiToken: [] }],
  person: [{ session: [] }],
  enroller: [{ enrolmentKey: [] }],
  sender: [{ machineSecret: [] }, { enrolmentKey: [] }],
};

const REFUSED: readonly ErrorCode[] = ['credential-missing', 'credential-invalid', 'credential-forbidden'];

/** `/groups/:id` as OpenAPI writes it. */
export const templated = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

export function operation(operationId: string, route: Route): object {
  const { tag, summary, description, access, body, answer } = route;
  const content = answer.schema && {
    [answer.contentType ?? 'application/json']: {
      schema: schemaOf(answer.schema),
      ...(answer.example !== undefined && { example: answer.example }),
    },
  };
  const parameters = [...parametersOf('path', route.params), ...parametersOf('query', route.query)];
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description && { description }),
    security: SECURITY[access],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: requestBody(body) }),
    responses: {
      [answer.status]: { description: answer.means, ...(content && { content }) },
      ...problems(refusalsOf(route)),
    },
  };
}

function parametersOf(place: 'path' | 'query', schema: z.ZodObject | undefined): object[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const { description, ...shape } = schemaOf(field as z.ZodType);
    const required = place === 'path' || !(field as z.ZodType).safeParse(undefined).success;
    return { name, in: place, required, ...(description !== undefined && { description }), schema: shape };
  });
}

const requestBody = ({ means, content }: Body): object => ({
  required: true,
  ...(means && { description: means }),
  content: Object.fromEntries(
    Object.entries(content).map(([type, { schema, example }]) => [
      type,
      { schema: schema ? schemaOf(schema) : ({ type: 'string' } as JsonSchema), example },
    ]),
  ),
});

/** Those that the route names, and those that follow from what it takes and from whom. */
function refusalsOf({ access, params, query, body, refusals = [] }: Route): ErrorCode[] {
  const parsed: ErrorCode[] = params || query || body ? ['request-invalid'] : [];
  return [...new Set([...parsed, ...(access === 'anyone' ? [] : REFUSED), ...refusals, 'internal' as const])];
}

/** One response per status; its description lists the codes. */
function problems(codes: readonly ErrorCode[]): Record<string, object> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) byStatus.set(ERRORS[code].status, [...(byStatus.get(ERRORS[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].sort(([a], [b]) => a - b).map(([status, those]) => [String(status), problemResponse(status, those)]),
  );
}

function problemResponse(status: number, codes: readonly ErrorCode[]): object {
  const retries = codes.some((code) => (ERRORS[code] as Refusal).retryAfter !== undefined);
  const [first] = codes as [ErrorCode];
  const example = { type: `/problems/${first}`, title: ERRORS[first].title, status, code: first, requestId: 'req-1' };
  return {
    description: codes.map((code) => `\`${code}\`: ${ERRORS[code].title}.`).join(' '),
    ...(retries && { headers: { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } } }),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example } },
  };
}
