import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numberOptions } from '../measure/options.js';
import { startProduct, type Product } from '../measure/product.js';
import { quantile } from '../measure/statistics.js';
import { table } from '../measure/table.js';

/** Between two looks. Short against what is measured. */
const LOOK_EVERY_MS = 2;

/** From the POST of one crash to its group being visible over REST, one after the other on the idle embedded server. */
async function bench(product: Product, crashes: number): Promise<void> {
  const acknowledged: number[] = [];
  const visible: number[] = [];
  for (let i = 0; i < crashes; i++) {
    const started = performance.now();
    const id = await send(product, i);
    acknowledged.push(performance.now() - started);
    const groupId = await seen(product, id);
    const group = await product.get<{ crashes: number }>(`groups/${groupId}`);
    if (group.status !== 200 || group.body.crashes < 1) throw new Error(`The group of crash ${id} is not there.`);
    visible.push(performance.now() - started);
  }
  const row = (name: string, times: number[]) => [
    name,
    ...[0.5, 0.95, 0.99, 1].map((share) => quantile(times, share).toFixed(1)),
  ];
  console.log(
    table([
      [`${crashes} crashes, ms`, 'p50', 'p95', 'p99', 'worst'],
      row('acknowledged', acknowledged),
      row('group visible', visible),
    ]),
  );
}

/** A different machine and one of twenty models each, so that groups and cells are made as well as counted. */
async function send({ url, enrolmentKey }: Product, i: number): Promise<string> {
  const answer = await fetch(`${url}/v1/records`, {
    method: 'POST',
    headers: { authorization: `Bearer ${enrolmentKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      kind: 'crash',
      computer: `bench-${i}`,
      at: new Date(Date.now() - 60_000).toISOString(),
      code: '0x7a',
      parameters: ['0xffffc1049a602ec0', '0xffffffffc0000185', '0x2454628c0', '0xfffff8053c2b0000'],
      disk: { model: `BENCH SSD ${i % 20}`, firmware: '1.0', serial: `B${i}`, busType: 17 },
      driverStack: [{ name: 'partmgr' }, { name: 'disk' }, { name: 'stornvme' }],
    }),
  });
  const { receipts } = (await answer.json()) as { receipts: { status: string; id: string }[] };
  if (receipts[0]?.status !== 'accepted') throw new Error(`Not accepted: ${JSON.stringify(receipts)}`);
  return receipts[0].id;
}

async function seen(product: Product, id: string): Promise<string> {
  for (;;) {
    const { status, body } = await product.get<{ groupId: string }>(`crashes/${id}`);
    if (status === 200) return body.groupId;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

const { crashes } = numberOptions({ crashes: 200 });
const folder = mkdtempSync(join(tmpdir(), 'inpage-bench-'));
chmodSync(folder, 0o755);
const product = await startProduct({ INPAGE_DATA: join(folder, 'data') });
try {
  await bench(product, crashes);
} finally {
  await product.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
