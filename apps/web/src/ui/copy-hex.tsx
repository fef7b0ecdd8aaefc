import { useClipboard } from '@mantine/hooks';
import { strings } from '../strings.js';
import { glyphs, Icon } from './icon.js';

/** An identifier in monospace that one click copies. */
export function CopyHex({ value, label = value }: { value: string; label?: string }) {
  const clipboard = useClipboard({ timeout: 1500 });
  return (
    <button type="button" className="hex" title={strings.copy.action(value)} onClick={() => clipboard.copy(value)}>
      <code>{label}</code>
      <Icon path={clipboard.copied ? glyphs.check : glyphs.copy} size={12} />
      <span className="visually-hidden" aria-live="polite">
        {clipboard.copied ? strings.copy.done : strings.copy.label}
      </span>
    </button>
  );
}
