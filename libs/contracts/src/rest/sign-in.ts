import { z } from 'zod';

/** What a person signs in with. */
export const signInRequest = z
  .object({ email: z.email().max(254), password: z.string().min(1).max(128), rememberMe: z.boolean().optional() })
  .strict();

export const passwordChange = z
  .object({
    currentPassword: z.string().min(1).max(128),
    newPassword: z.string().min(12).max(128),
    revokeOtherSessions: z.boolean().optional().describe('Signs out everywhere else'),
  })
  .strict();

/** Who is signed in. */
export const person = z.object({ id: z.string(), name: z.string(), email: z.string() });
export const signedIn = z.object({ user: person });
export const session = z
  .object({ user: person, session: z.object({ expiresAt: z.iso.datetime() }) })
  .nullable()
  .describe('null when nobody is signed in');
