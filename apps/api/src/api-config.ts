/** What the API has to be told. */
export interface ApiConfig {
  /** Scheme, host and port under which people reach this server. Cookies are `Secure` when it is https. */
  readonly publicUrl: string;
  /** Signs session cookies; at least 32 characters. A change signs everybody out. */
  readonly authSecret: string;
  /** Largest file that is analysed, in bytes; 32 MB without it. */
  readonly maxAnalyseBytes?: number;
}

/** Injection token of the `ApiConfig`. */
export const API_CONFIG = Symbol('ApiConfig');
