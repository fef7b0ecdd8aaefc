import { useId, type ReactNode } from 'react';

interface CardProps {
  readonly title: string;
  readonly id?: string;
  readonly aside?: ReactNode;
  readonly hint?: ReactNode;
  /** Tables go to the edge of their card. */
  readonly flush?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A titled region of a page. */
export function Card({ title, id, aside, hint, flush, className = '', children }: CardProps) {
  const heading = useId();
  return (
    <section className={`card ${flush ? 'card-flush' : ''} ${className}`} id={id} aria-labelledby={heading}>
      <header className="card-head">
        <h2 id={heading}>{title}</h2>
        {aside}
      </header>
      {hint && <p className="card-hint">{hint}</p>}
      {children}
    </section>
  );
}
