import { z } from 'zod';

/** A credential `c`, without its hash. */
export const CREDENTIAL_ITEM = `c.id, c.kind, c.label, c.machine_id, m.computer, c.created_at, c.expires_at, c.revoked_at, c.last_used_at`;

export const credentialItem = z.object({
  id: z.uuid(),
  kind: z.enum(['enrolment', 'machine', 'api']),
  label: z.string(),
  machine_id: z.uuid().nullable(),
  computer: z.string().nullable(),
  created_at: z.date(),
  expires_at: z.date().nullable(),
  revoked_at: z.date().nullable(),
  last_used_at: z.date().nullable(),
});
export type CredentialItem = z.infer<typeof credentialItem>;
