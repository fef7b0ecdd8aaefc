import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Credential } from '../api/types.js';
import { localMoment } from '../format/time.js';
import { strings } from '../strings.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Moment } from '../ui/moment.js';
import { MachineLink } from '../ui/refs.js';
import { ConfirmRevoke } from './confirm-revoke.js';
import { keyStateOf } from './key-state.js';

const said = strings.keys;

const columnsOf = (revoke: (credential: Credential) => void): readonly Column<Credential>[] => [
  {
    key: 'label',
    header: said.column.label,
    rowHeader: true,
    cell: ({ label, machine }) => (
      <span className="two-lines">
        <span>{label}</span>
        {machine && <MachineLink machine={machine} />}
      </span>
    ),
  },
  { key: 'kind', header: said.column.kind, cell: ({ kind }) => strings.credentialKinds[kind].label },
  { key: 'state', header: said.column.state, cell: (credential) => <State credential={credential} /> },
  { key: 'created', header: said.column.created, minor: true, cell: ({ createdAt }) => <Moment at={createdAt} /> },
  { key: 'used', header: said.column.used, minor: true, cell: ({ lastUsedAt }) => <Moment at={lastUsedAt} /> },
  {
    key: 'action',
    header: said.column.action,
    cell: (credential) =>
      keyStateOf(credential) === 'active' && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={said.revokeOf(credential.label)}
          onClick={() => revoke(credential)}
        >
          {said.revoke}
        </Button>
      ),
  },
];

export function KeysTable({ credentials }: { credentials: readonly Credential[] }) {
  const [revoking, setRevoking] = useState<Credential>();
  return (
    <>
      <DataTable caption={said.caption} columns={columnsOf(setRevoking)} rows={credentials} rowKey={({ id }) => id} />
      {revoking && <ConfirmRevoke credential={revoking} onClose={() => setRevoking(undefined)} />}
    </>
  );
}

function State({ credential }: { credential: Credential }) {
  const state = keyStateOf(credential);
  return (
    <span className={`key-state key-state-${state}`}>
      {said.state[state]}
      {state === 'active' && credential.expiresAt && (
        <span className="quiet"> {said.until(localMoment(credential.expiresAt))}</span>
      )}
    </span>
  );
}
