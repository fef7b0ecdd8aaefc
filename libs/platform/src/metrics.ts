import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** The only list of metric names. docs/metrics.md is made from it. */
export const METRICS = {
  inpage_records_total: { kind: 'counter', help: 'Records answered, by receipt', labels: ['status'] },
  inpage_records_rejected_total: { kind: 'counter', help: 'Records rejected, by reason', labels: ['code'] },
  inpage_dumps_total: { kind: 'counter', help: 'Dump files received, by outcome', labels: ['outcome'] },
  inpage_dump_files_expired_total: { kind: 'counter', help: 'Kept dump files deleted at their time', labels: [] },
  inpage_requests_refused_total: { kind: 'counter', help: 'Requests refused as a whole, by reason', labels: ['code'] },
  inpage_commit_records: {
    kind: 'histogram',
    help: 'Records in one commit',
    labels: [],
    buckets: [1, 3, 10, 30, 100, 300, 1000, 3000],
  },
  inpage_receiving_bytes: { kind: 'gauge', help: 'Bytes of request bodies under way', labels: [] },
  inpage_digest_seconds: {
    kind: 'histogram',
    help: 'Time of one digest',
    labels: [],
    buckets: [0.005, 0.02, 0.05, 0.2, 0.5, 2, 5, 20],
  },
  inpage_digest_chunks_total: { kind: 'counter', help: 'Chunks digested, by outcome', labels: ['outcome'] },
  inpage_digest_pending: { kind: 'gauge', help: 'Chunks that wait for their digest', labels: [] },
  inpage_exposure_days_counted_total: { kind: 'counter', help: 'Days whose exposure was counted', labels: [] },
  inpage_wakes_total: { kind: 'counter', help: 'Wake-ups of the worker, by outcome', labels: ['outcome'] },
  inpage_rule_failures_total: { kind: 'counter', help: 'Triage rules that broke, by rule', labels: ['rule'] },
} as const satisfies Record<
  string,
  { kind: 'counter' | 'gauge' | 'histogram'; help: string; labels: readonly string[]; buckets?: readonly number[] }
>;

export type MetricName = keyof typeof METRICS;
type OfKind<K> = { [N in MetricName]: (typeof METRICS)[N]['kind'] extends K ? N : never }[MetricName];

/** The process's metrics, one object per process. */
export class Metrics {
  readonly registry = new Registry();
  readonly #all = new Map<string, Counter | Gauge | Histogram>();

  constructor(options: { readonly process: boolean } = { process: true }) {
    if (options.process) collectDefaultMetrics({ register: this.registry });
    for (const [name, metric] of Object.entries(METRICS)) {
      const common = { name, help: metric.help, labelNames: [...metric.labels], registers: [this.registry] };
      if (metric.kind === 'counter') this.#all.set(name, new Counter(common));
      if (metric.kind === 'gauge') this.#all.set(name, new Gauge(common));
      if (metric.kind === 'histogram') this.#all.set(name, new Histogram({ ...common, buckets: [...metric.buckets] }));
    }
  }

  count(name: OfKind<'counter'>, labels: Record<string, string> = {}, by = 1): void {
    (this.#all.get(name) as Counter).inc(labels, by);
  }

  set(name: OfKind<'gauge'>, value: number): void {
    (this.#all.get(name) as Gauge).set(value);
  }

  observe(name: OfKind<'histogram'>, value: number): void {
    (this.#all.get(name) as Histogram).observe(value);
  }
}

/** docs/metrics.md. */
export function metricsMarkdown(): string {
  const rows = Object.entries(METRICS).map(
    ([name, m]) => `| \`${name}\` | ${m.kind} | ${m.labels.map((l) => `\`${l}\``).join(', ')} | ${m.help} |`,
  );
  return `# Metrics

\`GET /metrics\` answers in the Prometheus text format, with these and with those of the Node.js process. This page is made from
\`libs/platform/src/metrics.ts\`.

It asks for an API token (Settings, Keys). In Prometheus:

\`\`\`yaml
scrape_configs:
  - job_name: inpage
    authorization: { credentials_file: /etc/prometheus/inpage-token }
    static_configs: [{ targets: ['127.0.0.1:7070'] }]
\`\`\`

| name | kind | labels | meaning |
|---|---|---|---|
${rows.join('\n')}
`;
}
