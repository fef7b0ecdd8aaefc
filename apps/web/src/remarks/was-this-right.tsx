import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { queries } from '../api/queries.js';
import type { About, Answer, AnswerRequest, AnswersPage, Cause } from '../api/types.js';
import { count } from '../format/number.js';
import { strings } from '../strings.js';
import { Card } from '../ui/card.js';
import { AnswerForm } from './answer-form.js';
import { GivenAnswer } from './given-answer.js';
import { PartLoaded, Problem } from './part-loaded.js';
import { useGiveAnswer, useWithdrawAnswer } from './use-remarks.js';

const said = strings.remarks;

/** The question under a verdict, or what somebody answered. */
export function WasThisRight({ about, cause }: { about: About; cause: Cause }) {
  const query = useQuery(queries.answers(about));
  return (
    <Card title={said.question} className="was-this-right">
      <PartLoaded query={query}>{(answers) => <Question about={about} cause={cause} answers={answers} />}</PartLoaded>
    </Card>
  );
}

function Question({ about, cause, answers }: { about: About; cause: Cause; answers: AnswersPage }) {
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState('');
  const { current, items } = answers;
  const finish = (announced: string) => {
    setAsking(false);
    setDone(announced);
  };
  return (
    <>
      {current && !asking ? (
        <Given about={about} answer={current} now={cause} onChange={() => setAsking(true)} onDone={finish} />
      ) : (
        <Ask about={about} cause={cause} again={asking} onCancel={() => setAsking(false)} onDone={finish} />
      )}
      <Announcement text={done} />
      {items.length > 1 && <History answers={items} />}
    </>
  );
}

interface AskProps {
  readonly about: About;
  readonly cause: Cause;
  /** Somebody answered already, and this takes its place. */
  readonly again: boolean;
  readonly onCancel: () => void;
  readonly onDone: (announced: string) => void;
}

function Ask({ about, cause, again, onCancel, onDone }: AskProps) {
  const form = useId();
  const [no, setNo] = useState(false);
  const give = useGiveAnswer(about);
  const send = (answer: AnswerRequest) => give.mutate(answer, { onSuccess: () => onDone(said.answerKept) });
  return (
    <div className="ask">
      <div className="remark-actions">
        <Button
          variant="default"
          autoFocus={again}
          loading={give.isPending && !no}
          onClick={() => {
            setNo(false);
            send({ right: 'confirmed' });
          }}
        >
          {said.yes}
        </Button>
        <Button variant="default" aria-expanded={no} aria-controls={no ? form : undefined} onClick={() => setNo(!no)}>
          {said.no}
        </Button>
        {again && !no && (
          <Button variant="subtle" onClick={onCancel}>
            {said.cancel}
          </Button>
        )}
      </div>
      {no && (
        <AnswerForm
          id={form}
          cause={cause}
          pending={give.isPending}
          onSend={send}
          onCancel={() => (again ? onCancel() : setNo(false))}
        />
      )}
      <Problem error={give.error} />
    </div>
  );
}

interface GivenProps {
  readonly about: About;
  readonly answer: Answer;
  readonly now: Cause;
  readonly onChange: () => void;
  readonly onDone: (announced: string) => void;
}

function Given({ about, answer, now, onChange, onDone }: GivenProps) {
  const withdraw = useWithdrawAnswer(about);
  return (
    <div className="ask">
      <GivenAnswer answer={answer} now={now} />
      <div className="remark-actions">
        <Button size="compact-sm" variant="default" onClick={onChange}>
          {said.change}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate(undefined, { onSuccess: () => onDone(said.answerWithdrawn) })}
        >
          {said.withdraw}
        </Button>
      </div>
      <Problem error={withdraw.error} />
    </div>
  );
}

/** Says what was done, and takes the focus, since the button that was pressed is gone. */
function Announcement({ text }: { text: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (text !== '') line.current?.focus();
  }, [text]);
  return (
    <p className="announcement" role="status" tabIndex={-1} ref={line}>
      {text}
    </p>
  );
}

function History({ answers }: { answers: readonly Answer[] }) {
  return (
    <details className="answer-history">
      <summary>{said.history(count(answers.length))}</summary>
      <ol>
        {answers.map((answer) => (
          <li key={answer.id}>
            <GivenAnswer answer={answer} />
          </li>
        ))}
      </ol>
    </details>
  );
}
