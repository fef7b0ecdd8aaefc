import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import type { HistoryState } from '@tanstack/react-router';

interface AppLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string;
  /** Rides in the browser's history entry, not in the address. */
  readonly state?: HistoryState;
}

/** A plain link to an address of `paths`. A plain click stays in the page; everything else is the browser's. */
export function AppLink({ href, state, onClick, ...rest }: AppLinkProps) {
  const router = useRouter();
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void router.navigate({ href, state });
  };
  return <a href={href} onClick={go} {...rest} />;
}
