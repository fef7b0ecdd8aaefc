import { Button, Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isNotFound, isNotSignedIn, ProblemError } from '../api/problem-error.js';
import { paths } from '../paths.js';
import { strings } from '../strings.js';
import { AppLink } from './app-link.js';

/** What a query may be: waiting, failed, or there. Children see data only. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />;
  return <Loading />;
}

export function Loading() {
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">{strings.states.loading}</span>
      <Skeleton height={28} width="40%" />
      <Skeleton height={96} />
      <Skeleton height={220} />
    </div>
  );
}

/** Says what the server said, with the request id that its log has too. */
export function Failed({ error, retry }: { error: Error; retry?: () => void }) {
  if (isNotSignedIn(error)) return <Loading />; // the sign-in page is on its way
  if (isNotFound(error)) return <NotFound />;
  const problem = error instanceof ProblemError ? error : undefined;
  return (
    <div className="state" role="alert">
      <h2>{problem?.title ?? strings.states.failedTitle}</h2>
      <p>{problem?.detail ?? error.message}</p>
      {problem && (
        <p className="quiet">
          {strings.states.code} <code>{problem.code}</code>
          {problem.requestId && (
            <>
              {' · '}
              {strings.states.requestId} <code>{problem.requestId}</code>
            </>
          )}
        </p>
      )}
      {retry && <Button onClick={retry}>{strings.states.retry}</Button>}
    </div>
  );
}

export function NotFound() {
  return (
    <div className="state">
      <h1>{strings.states.notFoundTitle}</h1>
      <p>{strings.states.notFoundDetail}</p>
      <AppLink href={paths.overview()}>{strings.states.toOverview}</AppLink>
    </div>
  );
}

export function Empty({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}
