/** Who calls: a signed-in person, or the holder of an API token. */
export type Caller =
  | { readonly kind: 'person'; readonly id: string; readonly email: string }
  | { readonly kind: 'token'; readonly credentialId: string };

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard. Absent on the routes of sign-in. */
    caller?: Caller;
  }
}
