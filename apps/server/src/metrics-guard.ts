import { AppError } from '@inpage/core';
import { bearerSecret, RememberedCredentials, type CredentialStore } from '@inpage/fleet';
import type { MetricsGuard } from '@inpage/platform';

/** Metrics are read with an API token, as REST is. */
export function metricsGuard(store: CredentialStore): MetricsGuard {
  const credentials = new RememberedCredentials(store);
  return async (authorization) => {
    if (authorization === undefined) throw new AppError('credential-missing', 'Metrics are read with an API token.');
    const secret = bearerSecret(authorization);
    const credential = secret === undefined ? undefined : await credentials.bySecret(secret);
    if (credential === undefined) throw new AppError('credential-invalid');
    if (credential.kind !== 'api') throw new AppError('credential-forbidden', 'Metrics are read with an API token.');
  };
}
