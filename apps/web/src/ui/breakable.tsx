import { Fragment } from 'react';

/** Long Windows names may break after an underscore, and nowhere else: KERNEL_DATA_ | INPAGE_ERROR. */
export function Breakable({ text }: { text: string }) {
  return text.split(/(?<=_)/).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
