import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.js';

export type { Logger } from 'pino';

/** JSON lines with an event name and fields. What must never be in a log is removed by rule, not by care. */
export function createLog(config: Pick<Config, 'INPAGE_LOG_LEVEL'>, destination?: DestinationStream): Logger {
  return pino(
    {
      level: config.INPAGE_LOG_LEVEL,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: [
          'secret',
          'password',
          '*.secret',
          '*.password',
          'headers.authorization',
          'headers.cookie',
          '*.authorization',
        ],
        remove: true,
      },
    },
    destination ?? pino.destination({ dest: 2, sync: false }),
  );
}
