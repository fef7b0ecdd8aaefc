import type { CredentialCreated } from '../api/types.js';

/** A read error of the disk, as the smallest record that makes a group of its own. */
const CRASH = {
  kind: 'crash',
  computer: 'pc-1',
  code: '0x7a',
  parameters: ['0xfffff6fb40000000', '0xffffffffc000009c', '0x1', '0xfffff68000000000'],
};

/** A line that shows at once whether the new key works: it sends a crash, or reads the groups. */
export function curlOf(
  { kind, secret }: Pick<CredentialCreated, 'kind' | 'secret'>,
  origin: string,
  now: Date,
): string {
  const bearer = `-H 'Authorization: Bearer ${secret}'`;
  if (kind === 'api') return `curl ${bearer} '${origin}/api/v1/groups'`;
  const body = JSON.stringify({ ...CRASH, at: now.toISOString() });
  return `curl ${bearer} -H 'Content-Type: application/json' -d '${body}' '${origin}/v1/records'`;
}
