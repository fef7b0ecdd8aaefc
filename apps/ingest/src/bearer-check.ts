import { AppError } from '@inpage/core';
import { bearerSecret, type Credential, type RememberedCredentials } from '@inpage/fleet';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the ingest routes once the bearer is known. */
    credential?: Credential;
  }
}

/** Who sends. */
export class BearerCheck {
  constructor(private readonly credentials: RememberedCredentials) {}

  /** @throws AppError `credential-missing`, `credential-invalid` */
  async check(authorization: string | undefined): Promise<Credential> {
    if (authorization === undefined) throw new AppError('credential-missing');
    const secret = bearerSecret(authorization);
    const credential = secret === undefined ? undefined : await this.credentials.bySecret(secret);
    if (credential === undefined) throw new AppError('credential-invalid');
    return credential;
  }
}
