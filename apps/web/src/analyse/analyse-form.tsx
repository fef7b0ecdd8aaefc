import { Button, Textarea } from '@mantine/core';
import { useId, useRef, useState, type DragEvent, type FormEvent } from 'react';
import { strings } from '../strings.js';
import { Card } from '../ui/card.js';
import { glyphs, Icon } from '../ui/icon.js';
import type { Given } from './use-analyse.js';

const said = strings.analyse;

interface AnalyseFormProps {
  readonly busy: boolean;
  readonly onGiven: (given: Given) => void;
}

/** Two ways in: a file, dropped or chosen, and a text, pasted or typed. */
export function AnalyseForm({ busy, onGiven }: AnalyseFormProps) {
  return (
    <Card title={said.what} className="analyse-form">
      <DropZone busy={busy} onGiven={onGiven} />
      <PasteForm busy={busy} onGiven={onGiven} />
      <p className="quiet analyse-note">{said.privacy}</p>
    </Card>
  );
}

function DropZone({ busy, onGiven }: AnalyseFormProps) {
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onGiven({ content: file, name: file.name });
  };
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <div
      className={`drop-zone ${over ? 'drop-zone-over' : ''}`}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        if (!busy) take(event.dataTransfer.files);
      }}
    >
      <Icon path={glyphs.up} size={22} />
      <p>{said.drop}</p>
      <Button variant="default" onClick={() => input.current?.click()} loading={busy} aria-describedby={hint}>
        {said.choose}
      </Button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        aria-label={said.file}
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          currentTarget.value = ''; // the same file may be chosen again
        }}
      />
      <p className="quiet" id={hint}>
        {said.kinds}
      </p>
    </div>
  );
}

function PasteForm({ busy, onGiven }: AnalyseFormProps) {
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') onGiven({ content: new Blob([text], { type: 'text/plain' }) });
  };
  return (
    <form className="paste-form" onSubmit={submit}>
      <Textarea
        label={said.paste}
        placeholder={said.pasteExample}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
        rows={9}
        spellCheck={false}
        autoComplete="off"
        classNames={{ input: 'paste-input' }}
      />
      <Button type="submit" loading={busy} disabled={text.trim() === ''}>
        {said.submit}
      </Button>
    </form>
  );
}
