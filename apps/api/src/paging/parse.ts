import type { PipeTransform } from '@nestjs/common';
import { AppError } from '@inpage/core';
import type { z } from 'zod';

/**
 * Reads a value from outside by its contract.
 * @throws AppError `request-invalid`, with a detail that names the first field that is wrong
 */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const nul = fieldWithNul(value);
  if (nul !== undefined) throw new AppError('request-invalid', `${nul}: has a NUL character, which no text here has.`);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AppError('request-invalid', describeIssue(result.error.issues[0]!));
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return `${[path, issue.keys[0]].filter(Boolean).join('.')}: there is no such field here.`;
  return `${path || 'body'}: ${issue.message}`;
}

/** PostgreSQL has no text with NUL in it; a filter with one would otherwise end as its error and our 500. */
const fieldWithNul = (value: unknown): string | undefined =>
  Object.entries(value ?? {}).find(([, field]) =>
    [field].flat().some((text) => typeof text === 'string' && text.includes('\0')),
  )?.[0];

/** `parse` as a pipe. Fields that the contract does not know are refused: a mistyped filter must not pass for no filter. */
export class Parsed<S extends z.ZodObject> implements PipeTransform<unknown, z.output<S>> {
  constructor(private readonly schema: S) {}

  transform(value: unknown): z.output<S> {
    return parse(this.schema.strict(), value ?? {}) as z.output<S>;
  }
}
