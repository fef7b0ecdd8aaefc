const BEARER = /^Bearer ([\w-]{8,128})$/i;

/** The secret in an Authorization header; undefined when it holds anything else. */
export const bearerSecret = (authorization: string): string | undefined => BEARER.exec(authorization)?.[1];
