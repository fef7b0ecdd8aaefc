import type { NtStatus } from '../api/types.js';
import { strings } from '../strings.js';
import { CopyHex } from './copy-hex.js';

/** NTSTATUS: the number to copy, and the name. */
export function StatusCode({ status }: { status: NtStatus | null }) {
  if (!status) return <span className="quiet">{strings.statusNone}</span>;
  return (
    <span className="status-code" title={status.meaning}>
      <CopyHex value={status.code} /> <span className="status-name">{status.name}</span>
    </span>
  );
}
