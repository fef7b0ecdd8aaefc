import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { API_ROUTES, INGEST_ROUTES } from '../routes/route-table.js';
import type { Route } from '../routes/route.js';
import { openApiDocument } from './document.js';

const routes = Object.entries({ ...API_ROUTES, ...INGEST_ROUTES }) as [string, Route][];
const document = openApiDocument();
interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  security: object[];
  parameters?: { name: string; in: string; required: boolean; schema: object }[];
  responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>;
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.values(methods).map((operation) => [path, operation as Operation] as const),
);

describe('openapi.json', () => {
  it('names every operation once, by a tag that is explained', () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(routes.length);
    const tags = new Set(document.tags.map(({ name }) => name));
    expect(operations.flatMap(([, operation]) => operation.tags).filter((tag) => !tags.has(tag))).toEqual([]);
  });

  it.each(operations)('describes every parameter of %s', (path, { parameters = [] }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(inPath);
    expect(parameters.filter(({ schema }) => Object.keys(schema).length === 0)).toEqual([]);
  });

  it('refers only to what it has', () => {
    const has = new Set(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`));
    const refers = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref);
    expect(refers.filter((ref) => !has.has(ref!))).toEqual([]);
    expect(refers.length).toBeGreaterThan(50);
  });

  it('asks for a credential everywhere but at the sign-in', () => {
    const open = operations.filter(([, { security }]) => security.length === 0).map(([path]) => path);
    expect(open.sort()).toEqual(['/api/auth/get-session', '/api/auth/sign-in/email', '/api/auth/sign-out']);
  });

  it('says how every guarded operation refuses', () => {
    for (const [path, { security, responses }] of operations) {
      if (security.length > 0) expect(responses, path).toMatchObject({ 401: {}, 403: {}, 500: {} });
      for (const [status, { content }] of Object.entries(responses)) {
        if (status >= '400')
          expect(content?.['application/problem+json']?.schema.$ref, path).toBe('#/components/schemas/Problem');
      }
    }
  });

  it.each(routes.filter(([, { answer }]) => answer.schema && answer.example !== undefined))(
    '%s has an example that its contract takes',
    (_, { answer }) => {
      const strict = answer.schema instanceof z.ZodObject ? answer.schema.strict() : answer.schema!;
      expect(strict.safeParse(answer.example).error).toBeUndefined();
    },
  );

  it.each(routes.filter(([, { body }]) => body))('%s has examples of bodies that its contract takes', (_, { body }) => {
    for (const { schema, example } of Object.values(body!.content))
      expect(schema?.safeParse(example).error).toBeUndefined();
  });
});
