import { Alert, Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Credential } from '../api/types.js';
import { strings } from '../strings.js';
import { useRevokeKey } from './use-keys.js';

const said = strings.keys;

/** The browser's own dialog: it keeps the focus inside, closes on Escape and needs no stylesheet at run time. */
export function ConfirmRevoke({ credential, onClose }: { credential: Credential; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const revoke = useRevokeKey();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="revoke-title" onClose={onClose}>
      <h2 id="revoke-title">{said.confirmTitle(credential.label)}</h2>
      <p>{said.confirmDetail}</p>
      {revoke.error && (
        <Alert color="red" variant="light" role="alert">
          {revoke.error.message}
        </Alert>
      )}
      <div className="dialog-actions">
        <Button variant="default" onClick={() => dialog.current?.close()}>
          {said.cancel}
        </Button>
        <Button
          color="red.9"
          loading={revoke.isPending}
          onClick={() => revoke.mutate(credential.id, { onSuccess: () => dialog.current?.close() })}
        >
          {said.revoke}
        </Button>
      </div>
    </dialog>
  );
}
