import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterwards } from './afterwards.js';

/** One message of the PostgreSQL protocol: a letter, a length that counts itself, a body (docs: "Message Formats"). */
const message = (letter: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.write(letter, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const int16 = (n: number): Buffer => Buffer.from([(n >> 8) & 0xff, n & 0xff]);
const int32 = (n: number): Buffer => Buffer.concat([int16(n >> 16), int16(n)]);
const text = (value: string): Buffer => Buffer.from(`${value}\0`);

const WELCOME = [message('R', int32(0)), message('Z', Buffer.from('I'))];
const column = (name: string, type: number): Buffer =>
  Buffer.concat([text(name), int32(0), int16(0), int32(type), int16(-1), int32(-1), int16(0)]);
const field = (value: string): Buffer => Buffer.concat([int32(value.length), Buffer.from(value)]);
const INT4 = 23;
const TEXT = 25;

/** Answers whatever is asked with the version that it claims to have. */
const answer = (number: number, name: string): Buffer[] => [
  message('T', Buffer.concat([int16(2), column('number', INT4), column('text', TEXT)])),
  message('D', Buffer.concat([int16(2), field(String(number)), field(name)])),
  message('C', text('SELECT 1')),
  message('Z', Buffer.from('I')),
];

/** A FAKE: no PostgreSQL, only the handshake and one answer of a server that is too old. Returns its DATABASE_URL. */
export async function startOldPostgres(number: number, name: string): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    socket.once('data', () => {
      for (const part of WELCOME) socket.write(part);
      socket.on('data', (bytes) => {
        if (String.fromCodePoint(bytes[0]!) === 'Q') for (const part of answer(number, name)) socket.write(part);
        else socket.end();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterwards(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `postgres://inpage@127.0.0.1:${(server.address() as AddressInfo).port}/inpage`;
}
