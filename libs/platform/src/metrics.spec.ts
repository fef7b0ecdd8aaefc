import { describe, expect, it } from 'vitest';
import { METRICS, Metrics, metricsMarkdown, type MetricName } from './metrics.js';

const names = Object.keys(METRICS) as MetricName[];

describe('the list of metrics', () => {
  it.each(names)('%s is named as Prometheus asks, and says what it is', (name) => {
    const { kind, help } = METRICS[name];
    expect(name).toMatch(/^inpage_[a-z_]+$/);
    expect(name.endsWith('_total')).toBe(kind === 'counter');
    expect(help).toMatch(/^[A-Z].*[^.]$/);
  });

  it.each(names)('%s has a row on the page of metrics', (name) => {
    const { kind, help } = METRICS[name];
    expect(metricsMarkdown()).toContain(`| \`${name}\` | ${kind} |`);
    expect(metricsMarkdown()).toContain(`| ${help} |`);
  });
});

describe('the metrics of a process', () => {
  it('are all there from the first moment, without those of Node.js where nobody asked for them', async () => {
    const text = await new Metrics({ process: false }).registry.metrics();
    for (const name of names) expect(text).toContain(`# TYPE ${name} ${METRICS[name].kind}`);
    expect(text).not.toContain('process_cpu');
  });

  it('count by labels, hold a value, and sort into buckets', async () => {
    const metrics = new Metrics({ process: false });
    metrics.count('inpage_records_total', { status: 'accepted' }, 3);
    metrics.count('inpage_records_total', { status: 'accepted' });
    metrics.set('inpage_receiving_bytes', 42);
    metrics.observe('inpage_commit_records', 250);
    const text = await metrics.registry.metrics();
    expect(text).toContain('inpage_records_total{status="accepted"} 4');
    expect(text).toContain('inpage_receiving_bytes 42');
    expect(text).toContain('inpage_commit_records_bucket{le="100"} 0');
    expect(text).toContain('inpage_commit_records_bucket{le="300"} 1');
  });

  it('are those of one process only', async () => {
    const [one, other] = [new Metrics({ process: false }), new Metrics({ process: false })];
    one.set('inpage_digest_pending', 7);
    expect(await other.registry.metrics()).toContain('inpage_digest_pending 0');
  });
});
