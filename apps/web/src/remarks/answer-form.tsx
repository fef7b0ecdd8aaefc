import { Button, NativeSelect, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import type { AnswerRequest, Cause } from '../api/types.js';
import { strings } from '../strings.js';
import { CAUSES, causes, isCause } from '../theme/causes.js';
import { NOTE_CHARS } from './remark-limits.js';
import { sendOnCtrlEnter } from './send-on-ctrl-enter.js';

const said = strings.remarks;

interface AnswerFormProps {
  readonly id: string;
  /** What the verdict says: it was not that. */
  readonly cause: Cause;
  readonly pending: boolean;
  readonly onSend: (answer: AnswerRequest) => void;
  readonly onCancel: () => void;
}

/** "No", and what it was instead. */
export function AnswerForm({ id, cause, pending, onSend, onCancel }: AnswerFormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!pending) onSend(answerOf(new FormData(event.currentTarget)));
  };
  return (
    <form id={id} className="answer-form" onSubmit={submit}>
      <NativeSelect
        name="cause"
        label={said.whatWasIt}
        autoFocus
        data={[
          { value: '', label: said.notKnown },
          ...CAUSES.filter((one) => one !== cause && one !== 'unknown').map((one) => ({
            value: one,
            label: `${causes[one].label}: ${causes[one].meaning}`,
          })),
        ]}
      />
      <Textarea
        name="note"
        label={said.note}
        description={said.noteHint}
        rows={3}
        maxLength={NOTE_CHARS}
        resize="vertical"
        dir="auto"
        onKeyDown={sendOnCtrlEnter}
      />
      <div className="remark-actions">
        <Button type="submit" loading={pending}>
          {said.send}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {said.cancel}
        </Button>
        <span className="quiet small">{said.sendHint}</span>
      </div>
    </form>
  );
}

function answerOf(form: FormData): AnswerRequest {
  const [cause, note] = [String(form.get('cause') ?? ''), String(form.get('note') ?? '').trim()];
  return { right: 'wrong', ...(isCause(cause) && { cause }), ...(note !== '' && { note }) };
}
