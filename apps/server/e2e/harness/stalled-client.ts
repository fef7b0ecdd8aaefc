import { once } from 'node:events';
import { connect } from 'node:net';
import { afterwards } from './afterwards.js';

/** Announces a body, sends its first byte and no other: whoever stops in order has to wait for it. */
export async function stalledClient({ url, key }: { url: string; key: string }): Promise<void> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  afterwards(() => socket.destroy());
  await once(socket, 'connect');
  socket.write(
    `POST /v1/records HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${key}\r\n` +
      'content-type: application/json\r\ncontent-length: 100\r\n\r\n{',
  );
}
