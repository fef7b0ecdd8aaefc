import type { ByteSource } from './bytes/byte-source.js';
import { ByteView } from './bytes/byte-view.js';
import { CONTEXT_BYTES, readContext, readsContextOf } from './header/context.js';
import { HEADER32, HEADER64, type HeaderShape } from './header/header-layout.js';
import { type HeaderFacts, readHeader } from './header/read-header.js';
import type { DumpReading } from './kernel-dump.js';
import { recognise } from './recognise.js';
import { readTriage } from './triage/read-triage.js';
import { Warnings } from './warning.js';

const PAGE = 0x4547_4150;
const SHAPES: ReadonlyMap<number, HeaderShape> = new Map([
  [0x3436_5544, HEADER64], // DU64
  [0x504d_5544, HEADER32], // DUMP
]);

/**
 * Reads a Windows kernel dump. Total: whatever the bytes are, it returns, with what could be read and a warning for what could
 * not; it never throws, never loops, and never asks for memory by a number from the file. It reads only the pieces that it
 * needs, so the time does not depend on the size of the file. The sources of the format stand at its tables.
 */
export function readDump(source: ByteSource): DumpReading {
  const head = new ByteView(source.slice(0, HEADER64.size));
  const shape = head.u32(0) === PAGE ? SHAPES.get(head.u32(4) ?? 0) : undefined;
  if (!shape) return recognise(source, head);
  const warnings = new Warnings();
  const view = head.sub(0, shape.size);
  const header = readHeader(view, shape, source.size, warnings);
  const fileBytes = source.size;
  if (header.encrypted || header.kind !== 'triage') {
    return { ...withoutBody(header, view, shape, warnings), fileBytes, warnings: warnings.list() };
  }
  const { lab, ...triage } = readTriage(source, header, warnings);
  return { ...header, ...triage, os: { ...header.os, lab }, fileBytes, warnings: warnings.list() };
}

/** Full, kernel and bitmap dumps: lists and stack lie in memory pages, which only a walk over page tables would find. */
function withoutBody(header: HeaderFacts, view: ByteView, shape: HeaderShape, warnings: Warnings) {
  if (header.encrypted) warnings.add('body', 'encrypted');
  else warnings.add('body', 'unsupported');
  const context = readContext(view.sub(shape.contextOffset, CONTEXT_BYTES), header.architecture);
  const why = readsContextOf(header.architecture) ? 'implausible' : 'unsupported';
  return { ...header, context: header.encrypted ? undefined : warnings.note('context', context, why) };
}
