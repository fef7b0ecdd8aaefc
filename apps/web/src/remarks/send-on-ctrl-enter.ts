import type { KeyboardEvent } from 'react';

/** Ctrl+Enter, and Cmd+Enter on a Mac, sends the form that is typed into. */
export function sendOnCtrlEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
