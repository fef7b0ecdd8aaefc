import { strings } from '../strings.js';
import { ProblemError, problemFrom } from './problem-error.js';

type Method = 'GET' | 'POST' | 'DELETE';

/** One request to our own origin with the session cookie. Throws ProblemError for everything but 2xx. */
export async function request<T>(method: Method, url: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await send(method, url, body, signal);
  const answer = await bodyOf(response);
  if (!response.ok) throw problemFrom(response.status, answer, response.headers);
  return answer as T;
}

async function send(method: Method, url: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const init: RequestInit = { method, signal, credentials: 'same-origin', headers: { accept: 'application/json' } };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { ...init.headers, 'content-type': 'application/json' };
  }
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ProblemError(0, 'network', strings.errors.network.title, strings.errors.network.detail);
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // a proxy's HTML page; the status says enough
  }
}
