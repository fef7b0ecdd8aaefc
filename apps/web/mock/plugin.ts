import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { MockApi } from './api.js';

/** Longest body the mock reads; its largest is a comment of ten thousand characters. */
const MAX_BODY = 65_536;

/** Puts the mock behind the development server and the preview. */
export function mockApi(): Plugin {
  const attach = (server: { middlewares: Connect.Server }) => void server.middlewares.use(middleware(new MockApi()));
  return { name: 'inpage-mock-api', configureServer: attach, configurePreviewServer: attach };
}

function middleware(api: MockApi): Connect.NextHandleFunction {
  return (request, response, next) => {
    if (!request.url?.startsWith('/api/')) return next();
    bodyOf(request).then((body) => reply(api, request, response, body), next);
  };
}

function reply(api: MockApi, request: IncomingMessage, response: ServerResponse, body: unknown): void {
  const { cookie, authorization } = request.headers;
  const answer = api.answer({
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    cookie,
    authorization,
    body,
  }) ?? { status: 404 };
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...answer.headers,
  });
  response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Error('The body is larger than the mock reads');
    chunks.push(chunk);
  }
  return size === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
