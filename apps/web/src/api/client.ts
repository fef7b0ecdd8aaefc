import { strings } from '../strings.js';
import { ProblemError, problemFrom } from './problem-error.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request to our own origin with the session cookie. Throws ProblemError for everything but 2xx. */
export async function request<T>(method: Method, url: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const init: RequestInit = { method, signal };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { 'content-type': 'application/json' };
  }
  return answerTo<T>(url, init);
}

/** A file or a text as it is, whatever it may be: the server finds out. */
export const sendBytes = <T>(url: string, content: Blob): Promise<T> =>
  answerTo<T>(url, { method: 'POST', body: content, headers: { 'content-type': 'application/octet-stream' } });

async function answerTo<T>(url: string, init: RequestInit): Promise<T> {
  const response = await send(url, init);
  const answer = await bodyOf(response);
  if (!response.ok) throw problemFrom(response.status, answer, response.headers);
  return answer as T;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, {
      ...init,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...init.headers },
    });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
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
