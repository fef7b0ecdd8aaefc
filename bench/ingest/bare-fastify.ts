import fastify from 'fastify';

/** What ingest is measured against: the same framework takes the same bodies, looks at none, and answers. */
const server = fastify({ bodyLimit: 8 * 1024 * 1024 });
server.removeAllContentTypeParsers();
server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
server.post('/v1/records', (_request, reply) => reply.code(200).send('taken'));
console.log(`running at ${await server.listen({ port: 0, host: '127.0.0.1' })}`);
