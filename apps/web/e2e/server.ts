import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

/** A server to test and an account on it. */
export interface Server {
  readonly url: string;
  readonly email: string;
  readonly password: string;
  readonly stop: () => Promise<void>;
}

const { INPAGE_E2E_URL, INPAGE_E2E_EMAIL = '', INPAGE_E2E_PASSWORD = '' } = process.env;

/** The server that the environment names, else the built pages with the mock behind them. */
export async function startServer(): Promise<Server> {
  if (INPAGE_E2E_URL) {
    const url = INPAGE_E2E_URL.replace(/\/$/, '');
    return { url, email: INPAGE_E2E_EMAIL, password: INPAGE_E2E_PASSWORD, stop: async () => undefined };
  }
  const root = fileURLToPath(new URL('..', import.meta.url));
  const server = await preview({ root, preview: { port: 0, host: '127.0.0.1' } });
  const url = server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
  return { url, email: 'alice@example.com', password: 'correct horse battery', stop: () => server.close() };
}
