import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useEffect, useRef, useState, type Ref } from 'react';
import type { CredentialCreated } from '../api/types.js';
import { strings } from '../strings.js';
import { Card } from '../ui/card.js';
import { curlOf } from './curl.js';

const said = strings.keys;

/** The only moment in which the secret can be read. */
export function NewSecret({ created, onDone }: { created: CredentialCreated; onDone: () => void }) {
  const [curl] = useState(() => curlOf(created, location.origin, new Date()));
  const copy = useRef<HTMLButtonElement>(null);
  useEffect(() => copy.current?.focus(), []);
  return (
    <Card title={said.createdTitle(strings.credentialKinds[created.kind].label)} className="card-accent">
      <div className="new-secret" role="status">
        <p>{said.once}</p>
        <Copyable label={said.secret} value={created.secret} button={copy} />
        <Copyable label={said.tryIt} value={curl} />
        <Button variant="default" onClick={onDone}>
          {said.done}
        </Button>
      </div>
    </Card>
  );
}

interface CopyableProps {
  readonly label: string;
  readonly value: string;
  readonly button?: Ref<HTMLButtonElement>;
}

function Copyable({ label, value, button }: CopyableProps) {
  const clipboard = useClipboard({ timeout: 2000 });
  return (
    <div className="copyable">
      <h3>{label}</h3>
      <pre tabIndex={0} aria-label={label}>
        <code>{value}</code>
      </pre>
      <Button
        ref={button}
        size="xs"
        variant="light"
        aria-label={strings.copy.action(label)}
        onClick={() => clipboard.copy(value)}
      >
        {clipboard.copied ? strings.copy.done : strings.copy.label}
      </Button>
    </div>
  );
}
