import type { ReadTable } from './renew-rows.js';

const OF_RECORD = ['machine_id', 'record_id'] as const;

/** The tables whose rows are read from records and from nothing else. */
export const READ_TABLES = {
  evidence: {
    name: 'stop_evidence',
    columns: {
      ...{ machine_id: 'uuid', record_id: 'uuid', kind: 'text', reported_at: 'timestamptz', stopped_at: 'timestamptz' },
      ...{
        received_at: 'timestamptz',
        clock_skew_ms: 'integer',
        code: 'bigint',
        parameters: 'text[]',
        report_id: 'text',
      },
      ...{ power_button: 'boolean', dump_status: 'bigint', source: 'text', disk: 'jsonb', driver_stack: 'jsonb' },
      dump: 'jsonb',
    },
    key: OF_RECORD,
    owner: OF_RECORD,
    hasReaderVersion: true,
  },
  diskEvents: {
    name: 'disk_event',
    columns: {
      ...{ machine_id: 'uuid', at: 'timestamptz', record_id: 'uuid', kind: 'text', disk_number: 'integer' },
      ...{ serial: 'text', model: 'text', event: 'jsonb' },
    },
    key: ['machine_id', 'at', 'record_id'],
    hasReaderVersion: true,
  },
  inventories: {
    name: 'inventory',
    columns: { machine_id: 'uuid', observed_at: 'timestamptz', record_id: 'uuid', facts_id: 'uuid' },
    key: ['machine_id', 'observed_at', 'record_id'],
    owner: OF_RECORD,
    hasReaderVersion: true,
  },
  inventoryFacts: {
    name: 'inventory_facts',
    columns: { machine_id: 'uuid', id: 'uuid', os_build: 'text', manufacturer: 'text', machine_model: 'text' },
    key: ['machine_id', 'id'],
    hasReaderVersion: false,
  },
  inventoryDisks: {
    name: 'inventory_disk',
    columns: {
      ...{
        machine_id: 'uuid',
        facts_id: 'uuid',
        number: 'integer',
        disk_id: 'uuid',
        model_id: 'integer',
        firmware: 'text',
      },
      ...{ stack_id: 'integer', stack_versions: 'text[]', bus_type: 'smallint', media_type: 'smallint', port: 'text' },
      ...{
        removable: 'boolean',
        virtual: 'boolean',
        bridged: 'boolean',
        is_boot: 'boolean',
        holds_page_file: 'boolean',
      },
    },
    key: ['machine_id', 'facts_id', 'number'],
    owner: ['machine_id', 'facts_id'],
    hasReaderVersion: false,
  },
} as const satisfies Record<string, ReadTable>;
