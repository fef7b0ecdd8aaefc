/** Values of postgresql.conf by name, unquoted. */
export type PostgresSettings = Readonly<Record<string, string | number | boolean>>;

const MIB = 1024 * 1024;

/**
 * What differs from PostgreSQL's defaults, for one machine that also runs Inpage. Durability is spelled out although it is
 * the default: it is a promise. Memory follows the machine: 1/16 of it is shared buffers, at least 128 MiB, at most 1 GiB.
 */
export function standardSettings(totalMemoryBytes: number): PostgresSettings {
  const share = (part: number, atLeastMb: number, atMostMb: number) =>
    `${Math.min(atMostMb, Math.max(atLeastMb, Math.floor(totalMemoryBytes / MIB / part)))}MB`;
  return {
    fsync: true,
    full_page_writes: true,
    synchronous_commit: true,
    max_connections: 100,
    shared_buffers: share(16, 128, 1024),
    effective_cache_size: share(2, 512, 65_536),
    maintenance_work_mem: share(32, 64, 512),
    work_mem: '8MB',
    max_wal_size: '2GB',
    min_wal_size: '128MB',
    wal_compression: true,
    checkpoint_timeout: '15min',
    // Disks of today seek for little; the default of 4 is for spindles.
    random_page_cost: 1.1,
    // Compiling a plan costs more than our short questions do.
    jit: false,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%d ',
    log_checkpoints: false,
  };
}

/** Where the server listens: a Unix socket in a private folder, or (Windows) a port of the loopback address. */
export type Endpoint =
  { readonly socketDir: string; readonly port: number } | { readonly host: '127.0.0.1'; readonly port: number };

export const endpointSettings = (endpoint: Endpoint): PostgresSettings =>
  'socketDir' in endpoint
    ? // Quoted twice: the value is a list, in which a folder with a comma is written between double quotes.
      {
        listen_addresses: '',
        port: endpoint.port,
        unix_socket_directories: `"${endpoint.socketDir.replaceAll('"', '""')}"`,
        unix_socket_permissions: '0700',
      }
    : { listen_addresses: endpoint.host, port: endpoint.port, unix_socket_directories: '' };

/** The text of a configuration file. */
export const formatSettings = (settings: PostgresSettings): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = '${formatValue(value)}'\n`)
    .join('');

const formatValue = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value).replaceAll("'", "''");
