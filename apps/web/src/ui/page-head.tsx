import { useEffect, type ReactNode } from 'react';
import { strings } from '../strings.js';
import { AppLink } from './app-link.js';
import { Breakable } from './breakable.js';
import { glyphs, Icon } from './icon.js';

interface PageHeadProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly parent?: { readonly label: string; readonly href: string };
  readonly aside?: ReactNode;
}

/** The one h1 of a page; also names the browser tab. */
export function PageHead({ title, lead, parent, aside }: PageHeadProps) {
  useEffect(() => void (document.title = strings.title(title)), [title]);
  return (
    <header className="page-head">
      <div>
        {parent && (
          <nav aria-label={strings.nav.breadcrumb} className="breadcrumb">
            <AppLink href={parent.href}>{parent.label}</AppLink>
            <Icon path={glyphs.right} size={12} />
          </nav>
        )}
        <h1>
          <Breakable text={title} />
        </h1>
        {lead && <div className="page-lead">{lead}</div>}
      </div>
      {aside && <div className="page-aside">{aside}</div>}
    </header>
  );
}
