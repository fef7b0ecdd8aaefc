export type { PostgresConnection } from './connection.js';
export { DataFolderError, type DataFolderErrorCode } from './data-folder-error.js';
export { defaultDataFolder } from './default-data-folder.js';
export { type OnProgress, withProgress } from './progress.js';
export type { EmbeddedPostgres, LauncherLog } from './running-postgres.js';
export type { PostgresSettings } from './settings.js';
export { type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start-embedded-postgres.js';
