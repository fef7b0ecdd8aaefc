import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { ProblemError } from '../api/problem-error.js';
import { useSignIn } from '../api/session.js';
import { Brand } from '../layout/brand.js';
import { nextPage, type RawSearch } from '../search.js';
import { strings } from '../strings.js';

const said = strings.signIn;

export function SignInPage() {
  const next = nextPage(useLocation({ select: (location) => location.search as RawSearch }));
  const [missing, setMissing] = useState(false);
  const signIn = useSignIn(next);
  useEffect(() => void (document.title = strings.title(said.heading)), []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [email, password] = [String(form.get('email') ?? ''), String(form.get('password') ?? '')];
    setMissing(!email || !password);
    if (email && password) signIn.mutate({ email, password });
  };
  const problem = missing ? said.missing : signIn.error && refusal(signIn.error);
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <Brand />
        <h1>{said.heading}</h1>
        <p className="quiet">{next === '/' ? said.lead : said.goesOn}</p>
        <form onSubmit={submit} noValidate>
          <TextInput
            label={said.email}
            name="email"
            type="email"
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
          />
          <PasswordInput
            label={said.password}
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
          />
          {problem && (
            <Alert color="red" variant="light" role="alert">
              {problem}
            </Alert>
          )}
          <Button type="submit" fullWidth loading={signIn.isPending}>
            {said.submit}
          </Button>
        </form>
        <p className="quiet small">{said.firstTime}</p>
      </div>
    </main>
  );
}

/** The sign-in library answers 401 for an unknown address and for a wrong password alike, and so do we. */
function refusal(error: Error): string {
  if (!(error instanceof ProblemError)) return error.message;
  const byStatus: Record<number, string> = {
    401: said.wrong,
    400: said.wrong,
    429: said.throttled(error.retryAfterSeconds),
  };
  return byStatus[error.status] ?? error.detail ?? error.title;
}
