import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { strings } from '../strings.js';
import { Problem } from './part-loaded.js';
import { COMMENT_CHARS } from './remark-limits.js';
import { sendOnCtrlEnter } from './send-on-ctrl-enter.js';

const said = strings.remarks;

interface CommentFormProps {
  readonly label: string;
  readonly hint?: string;
  readonly submit: string;
  /** The text to begin with; a form for a new comment begins empty. */
  readonly text?: string;
  readonly pending: boolean;
  readonly error: Error | null;
  /** `done` empties the form; until then what was typed stays. */
  readonly onSend: (text: string, done: () => void) => void;
  readonly onCancel?: () => void;
}

/** One text, to be written or edited. */
export function CommentForm({ label, hint, submit, text = '', pending, error, onSend, onCancel }: CommentFormProps) {
  const [typed, setTyped] = useState(text);
  const [missing, setMissing] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissing(typed.trim() === '');
    if (typed.trim() !== '' && !pending) onSend(typed, () => setTyped(''));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape' && onCancel && !event.nativeEvent.isComposing) onCancel();
    else sendOnCtrlEnter(event);
  };
  return (
    <form className="comment-form" onSubmit={send} noValidate>
      <Textarea
        label={label}
        description={hint}
        rows={text === '' ? 3 : 5}
        maxLength={COMMENT_CHARS}
        resize="vertical"
        dir="auto"
        autoFocus={text !== ''}
        value={typed}
        error={missing && said.textMissing}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setMissing(false);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="remark-actions">
        <Button type="submit" size="sm" loading={pending}>
          {submit}
        </Button>
        {onCancel && (
          <Button size="sm" variant="default" onClick={onCancel}>
            {said.cancel}
          </Button>
        )}
      </div>
      <Problem error={error} />
    </form>
  );
}
