import type { EnrolRequest, EnrolResponse } from '@inpage/contracts';
import { AppError } from '@inpage/core';
import type { Credential, CredentialStore } from '../credentials/credential-store.js';
import { newSecret } from '../credentials/secret.js';
import { computerKey, type MachineDirectory } from './machine-directory.js';

/** Gives a machine its own credential in exchange for an enrolment key. Enrolling again replaces the former credential. */
export class Enrol {
  constructor(
    private readonly machines: MachineDirectory,
    private readonly credentials: CredentialStore,
  ) {}

  async run(credential: Credential, request: EnrolRequest): Promise<EnrolResponse> {
    if (credential.kind !== 'enrolment')
      throw new AppError('credential-forbidden', 'Machines enrol with an enrolment key.');
    const computer = computerKey(request.computer);
    if (computer === '') throw new AppError('request-invalid', 'computer: nothing of it can be read.');
    const machineId = await this.machines.enrolled({
      computer,
      machineGuid: request.machineGuid?.toLowerCase(),
      smbiosUuid: request.smbiosUuid?.toLowerCase(),
    });
    const { secret, hash } = newSecret('machine');
    await this.credentials.replaceOfMachine({
      kind: 'machine',
      hash,
      label: computer,
      machineId,
      createdBy: credential.id,
    });
    return { machineId, secret };
  }
}
