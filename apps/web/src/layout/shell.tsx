import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { strings } from '../strings.js';
import { glyphs, Icon } from '../ui/icon.js';
import { Brand } from './brand.js';
import { Navigation } from './navigation.js';

/** Skip link, navigation and the page. A new page gets the focus, so that a screen reader starts at its top. */
export function Shell() {
  const pathname = useLocation({ select: (location) => location.pathname });
  const [open, setOpen] = useState(false);
  const content = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    setOpen(false);
    content.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {strings.nav.skip}
      </a>
      <header className="sidebar">
        <div className="sidebar-top">
          <Brand />
          <button
            type="button"
            className="menu-button"
            aria-expanded={open}
            aria-controls="navigation"
            onClick={() => setOpen(!open)}
          >
            <Icon path={open ? glyphs.close : glyphs.menu} />
            {strings.nav.menu}
          </button>
        </div>
        <div id="navigation" className={open ? 'navigation navigation-open' : 'navigation'}>
          <Navigation pathname={pathname} />
        </div>
      </header>
      <main id="content" tabIndex={-1} ref={content}>
        <Outlet />
      </main>
    </div>
  );
}
