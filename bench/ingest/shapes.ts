/** How records are sent in a case: by agents one at a time, by one agent's backlog, by a collector for everybody. */
export interface Shape {
  readonly name: string;
  readonly connections: number;
  readonly recordsPerRequest: number;
  readonly requestsPerConnection: number;
  readonly sender: 'agents' | 'collector';
  /** What this shape is held against: the request rate of bare Fastify, or the row rate of COPY. */
  readonly judgedBy: 'bare' | 'copy';
}

export const SHAPES: readonly Shape[] = [
  {
    name: 'singles',
    connections: 64,
    recordsPerRequest: 1,
    requestsPerConnection: 16,
    sender: 'agents',
    judgedBy: 'bare',
  },
  {
    name: 'batches, agents',
    connections: 8,
    recordsPerRequest: 100,
    requestsPerConnection: 4,
    sender: 'agents',
    judgedBy: 'copy',
  },
  {
    name: 'batches, collector',
    connections: 8,
    recordsPerRequest: 100,
    requestsPerConnection: 4,
    sender: 'collector',
    judgedBy: 'copy',
  },
];

export const MACHINES = 1000;
export const COMPUTERS: readonly string[] = Array.from({ length: MACHINES }, (_, i) => `pc-${i}.corp.example`);
