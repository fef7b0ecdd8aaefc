import type { Cause } from '../api/types.js';
import { percent } from '../format/number.js';
import { strings } from '../strings.js';
import { causes } from '../theme/causes.js';
import { tint } from './tint.js';
import { Icon } from './icon.js';

/** Cause class as glyph, colour and word. With a confidence it says how sure triage is. */
export function CauseBadge({ cause, confidence }: { cause: Cause; confidence?: number }) {
  const { label, meaning, glyph, color } = causes[cause];
  return (
    <span className="cause-badge" style={tint(color)} title={meaning}>
      <Icon path={glyph} size={14} />
      <span>{label}</span>
      {confidence !== undefined && <span className="cause-badge-share">{strings.confidence(percent(confidence))}</span>}
    </span>
  );
}
