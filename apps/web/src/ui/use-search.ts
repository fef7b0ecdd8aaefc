import { useLocation, useParams } from '@tanstack/react-router';
import type { RawSearch } from '../search.js';

/** What the address line says, as the page's own reader understands it. */
export const useSearch = <T>(read: (raw: RawSearch) => T): T =>
  read(useLocation({ select: (location) => location.search as RawSearch }));

/** The `$id` of the page's address. */
export const useId = (): string => (useParams({ strict: false }) as { id?: string }).id ?? '';
