import { linkParts } from './link-parts.js';

/** What a person wrote: plain text, its line breaks, and its web addresses as links. Nothing in it is ever read as HTML. */
export function LinkedText({ text }: { text: string }) {
  return (
    <p className="remark-text" dir="auto">
      {linkParts(text).map(({ text: part, href }, at) =>
        href === undefined ? (
          part
        ) : (
          <a key={at} href={href} rel="noopener noreferrer nofollow ugc">
            {part}
          </a>
        ),
      )}
    </p>
  );
}
