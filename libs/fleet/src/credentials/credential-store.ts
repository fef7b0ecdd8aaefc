import type { MachineId } from '@inpage/core';
import type { SecretKind } from './secret.js';

/** A credential that is neither revoked nor expired. */
export interface Credential {
  readonly id: string;
  readonly kind: SecretKind;
  /** Of a machine credential. */
  readonly machineId?: MachineId;
  readonly computer?: string;
  readonly expiresAtMs?: number;
}

export interface NewCredential {
  readonly kind: SecretKind;
  /** SHA-256 of the secret. */
  readonly hash: Buffer;
  readonly label: string;
  readonly machineId?: MachineId;
  readonly createdBy?: string;
  readonly expiresAt?: Date;
}

export abstract class CredentialStore {
  abstract byHash(hash: Buffer): Promise<Credential | undefined>;
  abstract add(credential: NewCredential): Promise<string>;
  /** Adds a machine's new credential and revokes its former ones: who enrols again is the one who holds the machine. */
  abstract replaceOfMachine(credential: NewCredential): Promise<void>;
  abstract used(id: string, at: Date): Promise<void>;
}
