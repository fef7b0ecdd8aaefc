import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { CredentialCreated, CredentialRequest } from '../api/types.js';
import { strings } from '../strings.js';
import { Card } from '../ui/card.js';
import { NewSecret } from './new-secret.js';
import { useCreateKey } from './use-keys.js';

const said = strings.keys;
const KINDS = ['enrolment', 'api'] as const satisfies readonly CredentialRequest['kind'][];
const DAY_MS = 86_400_000;
/** Object keys that look like numbers come first, so the order is written down. */
const EXPIRIES = ['never', '30', '90', '365'] as const;

/** Form first; after it, once, the secret. */
export function CreateKey() {
  const create = useCreateKey();
  const [created, setCreated] = useState<CredentialCreated>();
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = requestOf(new FormData(event.currentTarget));
    setMissing(wanted.label === '');
    if (wanted.label !== '') create.mutate(wanted, { onSuccess: setCreated });
  };
  const forget = () => {
    setCreated(undefined);
    create.reset();
  };
  if (created) return <NewSecret created={created} onDone={forget} />;
  return (
    <Card title={said.create}>
      <form className="key-form" onSubmit={submit} noValidate>
        <fieldset>
          <legend>{said.kind}</legend>
          {KINDS.map((kind, at) => (
            <label key={kind} className="choice">
              <input type="radio" name="kind" value={kind} defaultChecked={at === 0} />
              <span>
                <strong>{strings.credentialKinds[kind].label}</strong>
                <span className="quiet">{strings.credentialKinds[kind].meaning}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="key-fields">
          <TextInput
            name="label"
            label={said.label}
            description={said.labelHint}
            maxLength={120}
            error={missing && said.labelMissing}
            required
            withAsterisk={false}
            autoComplete="off"
          />
          <NativeSelect
            name="expires"
            label={said.expires}
            data={EXPIRIES.map((value) => ({ value, label: said.expiry[value]! }))}
          />
          <Button type="submit" loading={create.isPending}>
            {said.submit}
          </Button>
        </div>
        {create.error && (
          <Alert color="red" variant="light" role="alert">
            {create.error.message}
          </Alert>
        )}
      </form>
    </Card>
  );
}

function requestOf(form: FormData): CredentialRequest {
  const days = Number(form.get('expires'));
  return {
    kind: form.get('kind') === 'api' ? 'api' : 'enrolment',
    label: String(form.get('label') ?? '').trim(),
    ...(days > 0 ? { expiresAt: new Date(Date.now() + days * DAY_MS).toISOString() } : {}),
  };
}
