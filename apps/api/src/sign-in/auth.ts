import { Logger } from '@nestjs/common';
import { betterAuth, type Auth as BetterAuth, type BetterAuthOptions } from 'better-auth';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { ApiConfig } from '../api-config.js';
import { isFromOurOrigin } from '../callers/same-origin.js';

export type Auth = BetterAuth<BetterAuthOptions>;

/** Injection token of the sign-in library. */
export const AUTH = Symbol('Auth');

/** The address of the sender as Fastify sees it; set by us on every request to the library, whatever the sender wrote there. */
export const CLIENT_ADDRESS_HEADER = 'x-inpage-client-address';

/** Attempts to sign in per address and minute. A person mistypes less often; a guesser gets nowhere. */
export const SIGN_IN_ATTEMPTS = { window: 60, max: 10 } as const;

const DAY_S = 86_400;
const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' };
const log = new Logger('sign-in');

/**
 * The sign-in library with our tables: e-mail and password, nobody signs up by themselves, sessions in PostgreSQL. It speaks
 * to nobody but the database.
 */
export function createAuth(pool: Pool, config: ApiConfig): Auth {
  const options: BetterAuthOptions = {
    appName: 'Inpage',
    baseURL: new URL(config.publicUrl).origin,
    basePath: '/api/auth',
    secret: config.authSecret,
    database: pool,
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    user: { modelName: 'person', fields: { emailVerified: 'email_verified', ...TIMES } },
    session: {
      modelName: 'session',
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...TIMES,
      },
      expiresIn: 7 * DAY_S,
      updateAge: DAY_S,
    },
    account: {
      modelName: 'account',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...TIMES,
      },
    },
    verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...TIMES } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'sign_in_attempt',
      fields: { lastRequest: 'last_request' },
      customRules: { '/sign-in/email': SIGN_IN_ATTEMPTS, '/get-session': false },
    },
    trustedOrigins: (request) => ownOrigin(request, config),
    advanced: {
      cookiePrefix: 'inpage',
      useSecureCookies: config.publicUrl.startsWith('https:'),
      disableCSRFCheck: false,
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    logger: { level: 'error', log: (level, message) => (level === 'error' ? log.error(message) : log.debug(message)) },
  };
  return betterAuth(options) as unknown as Auth;
}

/** The library knows the public address; the address that was asked is ours as well. */
function ownOrigin(request: Request | undefined, config: ApiConfig): string[] {
  const origin = request?.headers.get('origin');
  if (!request || !origin) return [];
  return isFromOurOrigin({ method: request.method, headers: Object.fromEntries(request.headers) }, config.publicUrl)
    ? [origin]
    : [];
}

/** The headers of a request as the library wants them. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.delete('content-length'); // the body is written anew
  headers.set(CLIENT_ADDRESS_HEADER, request.ip);
  return headers;
}

export interface SignedIn {
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly session: { readonly expiresAt: Date };
}

/** Who is signed in. A session in use is prolonged once a day; its new cookie goes out with the reply. */
export async function sessionOf(
  auth: Auth,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<SignedIn | undefined> {
  if (request.headers.cookie === undefined) return undefined;
  const { headers, response } = await auth.api.getSession({ headers: webHeaders(request), returnHeaders: true });
  for (const cookie of headers?.getSetCookie() ?? []) void reply.header('set-cookie', cookie);
  return response ?? undefined;
}
