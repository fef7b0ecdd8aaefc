import { X86_PICTURE, type DumpPicture } from './dump-writer-picture.js';
import { secondaryChain } from './dump-writer-secondary.js';
import { Tape } from './dump-writer-tape.js';

const BLOCK_AT = 0x1000;
const BLOCK_BYTES = 0x68;
const PRCB_NUMBER_AT = 0x1c;

/** A part of the dump, and how the triage block names it. */
interface Part {
  readonly at: number;
  readonly bytes: number;
}

/**
 * Writes a kernel dump of 32-bit Windows, member by member in the order of the public SDK header; knows nothing of the reader,
 * nor of the writer for 64 bits. No real 32-bit dump was at hand to hold it against.
 */
export function writeDumpX86(overrides: Partial<DumpPicture> = {}): Uint8Array {
  const picture = { ...X86_PICTURE, ...overrides };
  if (picture.dumpType !== 4) return header(picture, 0).ascii('FDMPDUMP').fill(0x1000).bytes;
  const body = new Tape(BLOCK_AT + BLOCK_BYTES);
  const part = (write: () => void): Part => {
    const at = body.align(8).position;
    write();
    return { at, bytes: body.position - at };
  };
  const mm = part(() => memoryManager(body, picture));
  const unloaded = part(() => unloadedList(body, picture));
  const prcb = part(() => body.fill(PRCB_NUMBER_AT).u32(picture.currentProcessor).fill(0x20));
  const process = part(() =>
    body
      .fill(picture.process.at)
      .field(16, Buffer.from(picture.process.name.slice(0, 15)))
      .fill(0x20),
  );
  const thread = part(() => body.fill(0x40));
  const stack = part(() => picture.stack.values.forEach((value) => body.u32(Number(value))));
  const kdbg = part(() => debuggerData(body, picture));
  // The pool begins on a boundary of sixteen, three entries do not end on one.
  const listBytes = picture.drivers.length * 0x4c;
  const pool = new Tape(Math.ceil((body.align(16).position + listBytes) / 16) * 16);
  const list = part(() => driverList(body, pool, picture));
  const poolAt = body.align(16).position;
  body.raw(pool.bytes);
  const labels = part(() => body.ascii(`${picture.lab.text}\0`));
  const contents = picture.blocks.map(({ bytes }) => part(() => body.raw(bytes)));
  const blocks = part(() => {
    body.u32(Number(picture.lab.address)).u32(labels.at).u32(labels.bytes);
    picture.blocks.forEach(({ address }, i) => body.u32(Number(address)).u32(contents[i]!.at).u32(contents[i]!.bytes));
  });
  const end = body.align(8).fill(4).ascii('TRGD').position;
  const chain = secondaryChain(picture.build, picture.secondary, end);
  const file = header(picture, end + chain.length);
  file
    .u32(0)
    .u32(end)
    .u32(end - 4)
    .u32(0x320)
    .u32(0x7d0)
    .u32(mm.at)
    .u32(unloaded.at);
  file.u32(prcb.at).u32(process.at).u32(thread.at).u32(stack.at).u32(stack.bytes);
  file.u32(list.at).u32(picture.drivers.length).u32(poolAt).u32(pool.bytes.length);
  file.u32(0).u32(0xffffffff).u32(Number(picture.stack.top));
  file.u32(0).u32(0).u32(0); // one data page, never used
  file
    .u32(kdbg.at)
    .u32(kdbg.bytes)
    .u32(blocks.at)
    .u32(picture.blocks.length + 1);
  return file.raw(body.bytes).raw(chain).bytes;
}

function header(picture: DumpPicture, size: number): Tape {
  const { flavour, machine, build, processors, code, parameters, dumpType, systemTime, upTime, memoryPages, context } =
    picture;
  const isK = flavour === 'K';
  const tape = new Tape().ascii('PAGEDUMP').u32(15).u32(build).u32(0x185000).u32(0x83c00000);
  tape.u32(0x82b84850).u32(0x82b7d0a8).u32(machine).u32(processors).u32(code);
  for (const parameter of parameters) tape.u32(Number(parameter));
  tape.unset(32).u8(1).u8(0).unset(2).u32(0x82b65be8);
  if (isK)
    tape
      .u32(1)
      .u32(Number(memoryPages))
      .u32(1)
      .u32(Number(memoryPages))
      .unset(700 - 16);
  else tape.unset(700);
  const registers = new Tape().u32(context.flags).fill(0xb0, 'r');
  registers.u32(Number(context.fp)).u32(Number(context.ip)).u32(8).u32(0x246).u32(Number(context.sp)).u32(0x10);
  tape.field(1200, registers.bytes);
  tape
    .u32(picture.exceptionCode)
    .u32(1)
    .u32(0)
    .u32(Number(context.ip))
    .u32(0)
    .fill(15 * 4);
  tape.unset(128);
  if (isK) tape.u32(picture.attributes).u32(13);
  else tape.unset(8);
  tape
    .unset(1760)
    .u32(dumpType)
    .u32(isK ? 0xdff : 0xcff)
    .unset(4)
    .u32(1)
    .u32(0x110)
    .u32(0);
  return tape.u64(BigInt(size)).unset(16).u64(upTime).u64(systemTime).unset(56);
}

function memoryManager(tape: Tape, { memoryManager }: DumpPicture): void {
  tape.u32(1).u32(0x34).u32(0).u32(0).u32(0).u32(0);
  for (const value of memoryManager) tape.u32(Number(value));
}

function unloadedList(tape: Tape, { unloaded }: DumpPicture): void {
  tape.u32(unloaded.length);
  for (const { name, base, end } of unloaded) {
    const cut = name.slice(0, 12);
    tape
      .u16(cut.length * 2)
      .u16(24)
      .u32(0x8badf00d)
      .field(24, Buffer.from(cut, 'utf16le'))
      .u32(Number(base))
      .u32(Number(end));
  }
}

/** The debugger's data has 64-bit members here too; kernel addresses in it are sign-extended. */
function debuggerData(tape: Tape, { drivers, lab }: DumpPicture): void {
  const content = new Tape().u64(0n).u64(0n).ascii('KDBG').u32(0x340).u64(BigInt.asIntN(32, drivers[0]!.base));
  content
    .fill(61 * 8)
    .u64(BigInt.asIntN(32, lab.address))
    .fill(0xae)
    .u16(PRCB_NUMBER_AT);
  tape.field(0x340, content.bytes);
}

function driverList(tape: Tape, pool: Tape, { drivers, flavour }: DumpPicture): void {
  for (const { path, base, size, checkSum = 0, timestamp = 0 } of drivers) {
    const name = flavour === 'K' ? path.slice(path.lastIndexOf('\\') + 1) : path;
    tape.u32(pool.position).u64(0n).u32(0).u32(0).u32(0).u32(0);
    tape
      .u32(Number(base))
      .u32(0)
      .u32(size)
      .u64(0n)
      .u64(0n)
      .u32(0x9004000)
      .u16(1)
      .u16(0)
      .u32(0)
      .u32(checkSum)
      .u32(timestamp);
    pool.u32(name.length).utf16(`${name}\0`).align(8);
  }
}
