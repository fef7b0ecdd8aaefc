import { useLocation } from '@tanstack/react-router';
import { strings } from '../strings.js';
import { AppLink } from './app-link.js';
import { glyphs, Icon } from './icon.js';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Cursors of the pages before this one, oldest first; '' is the first page. */
    readonly trail?: readonly string[];
  }
}

interface PagerProps {
  readonly cursor: string | undefined;
  readonly nextCursor: string | null;
  readonly href: (cursor: string | undefined) => string;
}

/**
 * Cursors lead forward only, so the way back rides in the history entry. A page opened from somebody's link has no way
 * back but to the first page.
 */
export function Pager({ cursor, nextCursor, href }: PagerProps) {
  const trail = useLocation({ select: (location) => location.state.trail }) ?? [];
  const back = trail.at(-1);
  if (cursor === undefined && nextCursor === null) return null;
  return (
    <nav className="pager" aria-label={strings.table.paging}>
      {cursor !== undefined && (
        <AppLink href={href(back || undefined)} state={{ trail: trail.slice(0, -1) }}>
          <Icon path="M10 3.5 5.5 8l4.5 4.5" size={14} />
          {back === undefined ? strings.table.first : strings.table.previous}
        </AppLink>
      )}
      {nextCursor !== null && (
        <AppLink className="pager-next" href={href(nextCursor)} state={{ trail: [...trail, cursor ?? ''] }}>
          {strings.table.next}
          <Icon path={glyphs.right} size={14} />
        </AppLink>
      )}
    </nav>
  );
}
