import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.js';
import { useSignOut } from '../api/session.js';
import { paths } from '../paths.js';
import { strings } from '../strings.js';
import { AppLink } from '../ui/app-link.js';
import { glyphs, Icon } from '../ui/icon.js';
import { SchemeToggle } from './scheme-toggle.js';

interface Place {
  readonly label: string;
  readonly href: string;
  readonly icon: string;
}

const PLACES: readonly Place[] = [
  { label: strings.nav.overview, href: paths.overview(), icon: glyphs.overview },
  { label: strings.nav.groups, href: paths.groups(), icon: glyphs.groups },
  { label: strings.nav.crashes, href: paths.crashes(), icon: glyphs.crashes },
  { label: strings.nav.machines, href: paths.machines(), icon: glyphs.machines },
  { label: strings.nav.disks, href: paths.disks(), icon: glyphs.disks },
  { label: strings.nav.models, href: paths.models(), icon: glyphs.models },
  { label: strings.nav.analyse, href: paths.analyse(), icon: glyphs.analyse },
];
const SETTINGS: readonly Place[] = [{ label: strings.nav.keys, href: paths.keys(), icon: glyphs.keys }];

const isAt = (pathname: string, href: string): boolean =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);

export function Navigation({ pathname }: { pathname: string }) {
  const session = useQuery(queries.session());
  const signOut = useSignOut();
  const email = session.data?.user.email;
  return (
    <>
      <nav aria-label={strings.nav.main}>
        <Places places={PLACES} pathname={pathname} />
        <p className="nav-section">{strings.nav.settings}</p>
        <Places places={SETTINGS} pathname={pathname} />
      </nav>
      <div className="sidebar-foot">
        <SchemeToggle />
        {email && (
          <p className="who" title={strings.nav.signedInAs(email)}>
            {email}
          </p>
        )}
        <button type="button" className="plain-button" onClick={() => signOut.mutate()}>
          {strings.nav.signOut}
        </button>
      </div>
    </>
  );
}

function Places({ places, pathname }: { places: readonly Place[]; pathname: string }) {
  return (
    <ul className="places">
      {places.map(({ label, href, icon }) => (
        <li key={href}>
          <AppLink href={href} aria-current={isAt(pathname, href) ? 'page' : undefined}>
            <Icon path={icon} />
            {label}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
