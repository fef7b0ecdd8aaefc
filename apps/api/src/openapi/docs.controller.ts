import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Header, Param, Res } from '@nestjs/common';
import { AppError } from '@inpage/core';
import type { FastifyReply } from 'fastify';
import { Serve } from '../routes/serve.js';
import { openApiDocument } from './document.js';

/** Nothing but our own files: no inline script, no other host. Swagger UI draws its icons from data: addresses. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Inpage REST API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<link rel="icon" type="image/png" href="/api/docs/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

const START = `window.ui = SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
});
`;

const TYPES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/** openapi.json, and a page that shows it. */
@Controller()
export class DocsController {
  readonly #document = JSON.stringify(openApiDocument());

  @Serve('getOpenApi')
  @Header('content-type', 'application/json; charset=utf-8')
  openApi(): string {
    return this.#document;
  }

  @Serve('getDocs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', CONTENT_SECURITY_POLICY)
  @Header('x-content-type-options', 'nosniff')
  page(): string {
    return PAGE;
  }

  @Serve('getDocsAsset')
  async asset(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    if (file === 'start.js') return sendAsset(reply, 'text/javascript; charset=utf-8', START);
    const type = Object.hasOwn(TYPES, file) ? TYPES[file] : undefined;
    if (type === undefined) throw new AppError('route-not-found');
    await sendAsset(reply, type, readFileSync(join(swaggerFolder(), file)));
  }
}

async function sendAsset(reply: FastifyReply, type: string, content: string | Buffer): Promise<void> {
  await reply.header('x-content-type-options', 'nosniff').type(type).send(content);
}

const swaggerFolder = (): string => dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
