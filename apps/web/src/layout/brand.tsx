import { paths } from '../paths.js';
import { strings } from '../strings.js';
import { AppLink } from '../ui/app-link.js';

/** A platter with its head: the disk that the product is about. */
export function Brand() {
  return (
    <AppLink className="brand" href={paths.overview()}>
      <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="7" />
        <path d="M16 7a9 9 0 1 0 0 18 9 9 0 0 0 0-18M16 16l6.4-6.4" />
      </svg>
      {strings.product}
    </AppLink>
  );
}
