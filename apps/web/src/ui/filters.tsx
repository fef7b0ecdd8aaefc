import { TextInput } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Cause } from '../api/types.js';
import { WINDOWS, type Days } from '../search.js';
import { strings } from '../strings.js';
import { CAUSES, causes } from '../theme/causes.js';
import { AppLink } from './app-link.js';
import { glyphs, Icon } from './icon.js';
import { tint } from './tint.js';

/** Typing rests this long before the address changes. */
const TYPING_MS = 300;

export function Filters({ children }: { children: ReactNode }) {
  return (
    <div className="filters" role="search" aria-label={strings.filters.label}>
      {children}
    </div>
  );
}

/** 7 days | 30 days | … as links: each window has an address. */
export function WindowLinks({ days, href }: { days: Days; href: (days: Days) => string }) {
  return (
    <nav className="segments" aria-label={strings.window.label}>
      {WINDOWS.map((option) => (
        <AppLink key={option} href={href(option)} aria-current={option === days ? 'true' : undefined}>
          {strings.window.option[option]}
        </AppLink>
      ))}
    </nav>
  );
}

/** One chip per cause class; several may be pressed. */
export function CauseChips({ chosen, href }: { chosen: readonly Cause[]; href: (cause: Cause[]) => string }) {
  const toggled = (cause: Cause) =>
    chosen.includes(cause) ? chosen.filter((item) => item !== cause) : [...chosen, cause];
  return (
    <ul className="chips" aria-label={strings.filters.cause}>
      {CAUSES.map((cause) => (
        <li key={cause}>
          <AppLink
            className="chip"
            style={tint(causes[cause].color)}
            href={href(toggled(cause))}
            aria-current={chosen.includes(cause) ? 'true' : undefined}
            title={causes[cause].meaning}
          >
            <Icon path={chosen.includes(cause) ? glyphs.check : causes[cause].glyph} size={14} />
            {causes[cause].label}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

interface SearchBoxProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly href: (text: string) => string;
}

/** Writes what is typed into the address, without a history entry per letter. */
export function SearchBox({ label, value, href }: SearchBoxProps) {
  const router = useRouter();
  const [text, setText] = useState(value ?? '');
  const sent = useRef(value ?? '');
  useEffect(() => {
    if ((value ?? '') === sent.current) return;
    sent.current = value ?? ''; // the address changed by itself: back button, cleared filters
    setText(sent.current);
  }, [value]);
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      void router.navigate({ href: href(text), replace: true });
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, href, router]);
  return (
    <TextInput
      className="search-box"
      type="search"
      aria-label={label}
      placeholder={label}
      maxLength={120}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}

interface ActiveFilter {
  readonly label: string;
  readonly value: string | undefined;
  readonly without: string;
}

/** Filters that came with a link (a model, a status, a machine), each with the way out of it. */
export function ActiveFilters({ filters }: { filters: readonly ActiveFilter[] }) {
  const active = filters.filter((filter) => filter.value !== undefined);
  if (active.length === 0) return null;
  return (
    <ul className="chips">
      {active.map(({ label, value, without }) => (
        <li key={label}>
          <AppLink
            className="chip chip-active"
            href={without}
            aria-label={strings.filters.remove(`${label}: ${value}`)}
          >
            <span className="quiet">{label}</span> {value}
            <Icon path={glyphs.close} size={12} />
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
