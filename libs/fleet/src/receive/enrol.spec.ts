import type { MachineId } from '@inpage/core';
import { describe, expect, it } from 'vitest';
import { CredentialStore, type Credential, type NewCredential } from '../credentials/credential-store.js';
import { hashSecret } from '../credentials/secret.js';
import { Enrol } from './enrol.js';
import { MachineDirectory } from './machine-directory.js';

class KeptCredentials extends CredentialStore {
  readonly replaced: NewCredential[] = [];
  async replaceOfMachine(credential: NewCredential): Promise<void> {
    this.replaced.push(credential);
  }
  async byHash(): Promise<Credential | undefined> {
    throw new Error('not asked for here');
  }
  async add(): Promise<string> {
    throw new Error('not asked for here');
  }
  async used(): Promise<void> {
    throw new Error('not asked for here');
  }
}

class KeptMachines extends MachineDirectory {
  readonly identities: object[] = [];
  async enrolled(identity: object): Promise<MachineId> {
    this.identities.push(identity);
    return 'bad55d00-0000-4000-8000-00000000cafe' as MachineId;
  }
  async byComputer(): Promise<MachineId> {
    throw new Error('not asked for here');
  }
}

const key: Credential = { id: 'the enrolment key', kind: 'enrolment' };
const GUID = 'F1C0FFEE-0000-4000-8000-000000000001';

function setUp() {
  const [machines, credentials] = [new KeptMachines(), new KeptCredentials()];
  return { machines, credentials, enrol: new Enrol(machines, credentials) };
}

describe('enrol', () => {
  it('gives a machine a secret of its own, of which only the hash is kept', async () => {
    const { enrol, credentials } = setUp();
    const { machineId, secret } = await enrol.run(key, { computer: 'PC-BAD-SSD.' });
    expect(secret).toMatch(/^imc_/);
    expect(credentials.replaced).toEqual([
      { kind: 'machine', hash: hashSecret(secret), label: 'pc-bad-ssd', machineId, createdBy: 'the enrolment key' },
    ]);
  });

  it('compares identities without case', async () => {
    const { enrol, machines } = setUp();
    await enrol.run(key, { computer: 'PC-BAD-SSD', machineGuid: GUID, smbiosUuid: GUID });
    expect(machines.identities).toEqual([
      { computer: 'pc-bad-ssd', machineGuid: GUID.toLowerCase(), smbiosUuid: GUID.toLowerCase() },
    ]);
  });

  it.each(['machine', 'api'] as const)('refuses a credential of kind %s', async (kind) => {
    const { enrol, machines } = setUp();
    await expect(enrol.run({ id: 'x', kind }, { computer: 'pc' })).rejects.toMatchObject({
      code: 'credential-forbidden',
    });
    expect(machines.identities).toEqual([]);
  });

  it('refuses a name of which nothing is left', async () => {
    await expect(setUp().enrol.run(key, { computer: '\0 .' })).rejects.toMatchObject({ code: 'request-invalid' });
  });
});
