/**
 * Which readers made a row of stop_evidence, disk_event or inventory. Raised with every change by which a record is read
 * otherwise than before; a replay then reads every record again. The counterpart of triage's TRIAGE_VERSION.
 */
export const READER_VERSION = 1;
