import { randomBytes } from 'node:crypto';
import type { Auth } from './auth.js';

/** Twenty characters of base64url: 120 random bits. */
const PASSWORD_BYTES = 15;
const PASSWORD_PROVIDER = 'credential';

/**
 * Makes the first person, with a generated password that is returned here and nowhere else; `undefined` when somebody can
 * sign in already. A start that was killed between person and password is made good by the next one.
 */
export async function ensureFirstAdministrator(
  auth: Auth,
  { email }: { email: string },
): Promise<{ email: string; password: string } | undefined> {
  const { adapter, internalAdapter, password: hasher } = await auth.$context;
  const where = [{ field: 'providerId', value: PASSWORD_PROVIDER }];
  if ((await adapter.count({ model: 'account', where })) > 0) return undefined;
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  const known = await internalAdapter.findUserByEmail(email.toLowerCase());
  const person =
    known?.user ??
    (await internalAdapter.createUser(
      { email: email.toLowerCase(), name: 'Administrator', emailVerified: true },
      { method: 'admin' },
    ));
  await internalAdapter.linkAccount({
    userId: person.id,
    providerId: PASSWORD_PROVIDER,
    accountId: person.id,
    password: await hasher.hash(password),
  });
  return { email: person.email, password };
}
