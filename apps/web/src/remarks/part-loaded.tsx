import { Alert, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { strings } from '../strings.js';

interface Asked<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** `Loaded` for a small part of a page: while it waits or fails, it takes a line and not a screen. */
export function PartLoaded<T>({ query, children }: { query: Asked<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error === null)
    return (
      <p className="quiet" role="status">
        {strings.states.loading}
      </p>
    );
  return (
    <Problem error={query.error}>
      <Button size="compact-sm" variant="default" onClick={() => void query.refetch()}>
        {strings.states.retry}
      </Button>
    </Problem>
  );
}

/** What went wrong, beside what was asked for; what was typed stays where it is. */
export function Problem({ error, children }: { error: Error | null; children?: ReactNode }) {
  if (error === null) return null;
  return (
    <Alert color="red" variant="light" role="alert" className="remark-problem">
      <p>{error.message}</p>
      {children}
    </Alert>
  );
}
