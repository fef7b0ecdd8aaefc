import type { ErrorCode } from '@inpage/core';
import type { z } from 'zod';

/**
 * Who may call. `anyone`: the sign-in itself. `reader`: a signed-in person or an API token. `person`: a signed-in person.
 * `enroller` and `sender` belong to the ingest routes: an enrolment key, or that and a machine credential.
 */
export type Access = 'anyone' | 'reader' | 'person' | 'enroller' | 'sender';

export interface Answer {
  readonly status: number;
  readonly means: string;
  readonly contentType?: string;
  readonly schema?: z.ZodType;
  readonly example?: unknown;
}

export interface Body {
  readonly means?: string;
  /** By content type. */
  readonly content: Readonly<Record<string, { readonly schema?: z.ZodType; readonly example: unknown }>>;
}

/** One route: what the router registers, what the guard asks for, and what openapi.json says are one thing. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With parameters as `:name`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: Body;
  readonly answer: Answer;
  /** Refusals of its own; those of access, parsing and broken servers are added where they apply. */
  readonly refusals?: readonly ErrorCode[];
}

export const json = (schema: z.ZodType, example: unknown): Body => ({
  content: { 'application/json': { schema, example } },
});
