const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

interface Asked {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * Whether a request that a cookie authenticates comes from our own pages. Browsers send Origin with every unsafe method and
 * Sec-Fetch-Site with every request (Fetch standard, "Origin header" and W3C Fetch Metadata); pages cannot set either. One
 * of the two has to say so. Safe methods change nothing, and their answers cannot be read across origins.
 */
export function isFromOurOrigin({ method, headers }: Asked, publicUrl: string): boolean {
  if (SAFE_METHODS.has(method)) return true;
  const { origin, host } = headers;
  if (typeof origin === 'string') return isOurs(origin, host, publicUrl);
  return headers['sec-fetch-site'] === 'same-origin';
}

/** The host that was asked is ours too: people may use the address of the machine where the public one is a name. */
function isOurs(origin: string, host: string | string[] | undefined, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { origin: normal, host: asking } = new URL(origin);
  return normal === new URL(publicUrl).origin || asking === host;
}
