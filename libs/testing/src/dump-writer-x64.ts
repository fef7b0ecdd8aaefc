import { X64_PICTURE, type DumpPicture, type TriageParts } from './dump-writer-picture.js';
import { secondaryChain } from './dump-writer-secondary.js';
import { Tape } from './dump-writer-tape.js';

const ARM64 = 0xaa64;

/**
 * Writes a kernel dump of 64-bit Windows, x64 or ARM64, member by member in the order of the public SDK header. Knows nothing of
 * the reader, so that the two check each other.
 */
export function writeDumpX64(overrides: Partial<DumpPicture> = {}): Uint8Array {
  const picture = { ...X64_PICTURE, ...overrides };
  if (picture.dumpType !== 4) return header(picture, 0).ascii('FDMPDUMP').fill(0x1000).bytes;
  const body = new Tape(0x2080);
  const parts = writeParts(body, picture);
  const chain = secondaryChain(picture.build, picture.secondary, parts.end);
  const stale = picture.stale.length === 0 ? new Uint8Array() : staleTail(parts.end + chain.length, picture.stale);
  const size = parts.end + chain.length + stale.length;
  const top = header(picture, size);
  triageBlock(top, parts, picture);
  return top.raw(body.bytes).raw(chain).raw(stale).bytes;
}

/** Zeros up to the next sector, then what the disk held before. */
const staleTail = (at: number, content: Uint8Array): Uint8Array =>
  new Tape(at).fill(64).align(0x200).raw(content).bytes;

function header(picture: DumpPicture, size: number): Tape {
  const { flavour, machine, build, processors, code, parameters, dumpType, systemTime, upTime, memoryPages } = picture;
  const isK = flavour === 'K';
  const tape = new Tape().ascii('PAGEDU64').u32(15).u32(build);
  tape.u64(0x1ad000n).u64(0xfffff803_1ac00000n);
  tape.u64(picture.drivers[0]!.base + 0xc2a2b0n).u64(picture.drivers[0]!.base + 0xc1df60n);
  tape.u32(machine).u32(processors).u32(code).unset(4);
  for (const parameter of parameters) tape.u64(parameter);
  tape.unset(32).u64(picture.drivers[0]!.base + 0xc00b20n);
  tape.raw(isK ? memoryBlock(memoryPages) : new Tape().unset(700).bytes).unset(4);
  tape.raw(machine === ARM64 ? contextArm64(picture) : contextX64(picture));
  tape
    .u32(picture.exceptionCode)
    .u32(1)
    .u64(0n)
    .u64(picture.context.ip)
    .u32(0)
    .u32(0)
    .fill(15 * 8);
  tape.u32(dumpType).unset(4).u64(BigInt(size)).u64(systemTime).unset(128).u64(upTime);
  tape.u32(isK ? 0xdff : 0xcff);
  if (isK) tape.u32(0);
  else tape.unset(4);
  tape.u32(1).u32(0x110).u32(0).unset(4);
  if (isK) tape.u32(picture.attributes).u32(13);
  else tape.unset(8);
  return tape.unset(4008);
}

/** One run that holds all pages. */
const memoryBlock = (pages: bigint): Uint8Array =>
  new Tape()
    .u32(1)
    .unset(4)
    .u64(pages)
    .u64(1n)
    .u64(pages)
    .unset(700 - 32).bytes;

function contextX64({ context: { flags, ip, sp, fp } }: DumpPicture): Uint8Array {
  const homes = 6 * 8;
  const tape = new Tape().fill(homes).u32(flags).u32(0x1f80);
  tape.u16(0x10).u16(0x2b).u16(0x2b).u16(0x53).u16(0x2b).u16(0x18).u32(0x40246);
  tape.fill(6 * 8); // Dr0 to Dr3, Dr6, Dr7
  tape.u64(1n).u64(2n).u64(3n).u64(4n).u64(sp).u64(fp); // Rax, Rcx, Rdx, Rbx, Rsp, Rbp
  tape.fill(10 * 8, 'r').u64(ip); // Rsi, Rdi, R8 to R15, Rip
  return new Tape().field(3000, tape.bytes).bytes;
}

function contextArm64({ context: { flags, ip, sp, fp } }: DumpPicture): Uint8Array {
  const tape = new Tape()
    .u32(flags)
    .u32(0x80000044)
    .fill(29 * 8, 'x')
    .u64(fp)
    .u64(0n)
    .u64(sp)
    .u64(ip);
  return new Tape().field(3000, tape.bytes).bytes;
}

function triageBlock(tape: Tape, parts: TriageParts, { stack, drivers }: DumpPicture): void {
  tape
    .u32(0)
    .u32(parts.end)
    .u32(parts.end - 4)
    .u32(0x348)
    .u32(0xf00)
    .u32(parts.mm)
    .u32(parts.unloaded);
  tape.u32(parts.prcb).u32(parts.process).u32(parts.thread).u32(parts.stack).u32(parts.stackBytes);
  tape.u32(parts.drivers).u32(drivers.length).u32(parts.pool).u32(parts.poolBytes);
  tape.u32(0).u32(0xffffffff).u64(stack.top);
  tape.u32(0).u32(0).u64(0n); // the register stack of IA64
  tape.u64(0n).u32(0).u32(0); // one data page, never used
  tape.u32(parts.kdbg).u32(parts.kdbgBytes).u32(parts.blocks).u32(parts.blockCount);
}

/** R dumps have the unloaded drivers second, K dumps after the debugger's data; readers have to follow the offsets. */
function writeParts(tape: Tape, picture: DumpPicture): TriageParts {
  const parts: Partial<TriageParts> = {};
  parts.mm = tape.position;
  memoryManager(tape, picture);
  if (picture.flavour === 'R') parts.unloaded = unloadedList(tape, picture);
  parts.prcb = tape.position;
  tape.fill(PRCB_NUMBER_AT).u32(picture.currentProcessor).fill(0x58).align(16);
  parts.process = tape.position;
  tape
    .fill(picture.process.at)
    .field(16, Buffer.from(picture.process.name.slice(0, 15)))
    .fill(0x40)
    .align(16);
  parts.thread = tape.position;
  tape.fill(0x80);
  parts.stack = tape.position;
  for (const value of picture.stack.values) tape.u64(value);
  parts.stackBytes = tape.position - parts.stack;
  parts.kdbg = tape.align(16).position;
  debuggerData(tape, picture);
  parts.kdbgBytes = tape.position - parts.kdbg;
  if (picture.flavour === 'K') parts.unloaded = unloadedList(tape, picture);
  Object.assign(parts, driverList(tape, picture));
  Object.assign(parts, dataBlocks(tape, picture));
  parts.end = tape.align(8).fill(4).ascii('TRGD').position;
  return parts as TriageParts;
}

const PRCB_NUMBER_AT = 0x24;

function memoryManager(tape: Tape, { memoryManager }: DumpPicture): void {
  tape.u32(1).u32(0x50).u32(0).u32(0).u32(0).u32(0);
  for (const value of memoryManager) tape.u64(value);
}

function unloadedList(tape: Tape, { unloaded }: DumpPicture): number {
  const at = tape.position;
  tape.u64(BigInt(unloaded.length));
  for (const { name, base, end } of unloaded) {
    const cut = name.slice(0, 12);
    tape
      .u16(cut.length * 2)
      .u16(24)
      .fill(4)
      .u64(0xffffe000_0badf00dn);
    tape.field(24, Buffer.from(cut, 'utf16le')).u64(base).u64(end);
  }
  return at;
}

/** KDDEBUGGER_DATA64 of wdbgexts.h: 61 members of eight bytes lie between KernBase and NtBuildLab. */
function debuggerData(tape: Tape, { drivers, lab }: DumpPicture): void {
  const from = tape.position;
  tape.u64(0n).u64(0n).ascii('KDBG').u32(0x380).u64(drivers[0]!.base);
  tape.fill(61 * 8).u64(lab.address);
  tape.fill(0x2be - (tape.position - from)).u16(PRCB_NUMBER_AT);
  tape.fill(0x380 - (tape.position - from));
}

/** Each entry is the place of a name and a KLDR_DATA_TABLE_ENTRY, of which an R dump sets four members and leaves garbage. */
function driverList(
  tape: Tape,
  { drivers, flavour, driverEntryGrowth }: DumpPicture,
): Pick<TriageParts, 'drivers' | 'pool' | 'poolBytes'> {
  const at = tape.position;
  const poolAt = at + drivers.length * (0x90 + driverEntryGrowth);
  const pool = new Tape(poolAt);
  for (const { path, base, size, checkSum = 0, timestamp = 0 } of drivers) {
    const name = flavour === 'K' ? path.slice(path.lastIndexOf('\\') + 1) : path;
    const garbage = flavour === 'K' ? 0n : 0x1515_1515_1515_1515n;
    tape.u32(pool.position).u32(0);
    tape.u64(garbage).u64(garbage).u64(0n).u32(0).u32(0).u64(0n).u64(0n);
    tape.u64(base).u64(garbage).u32(size).u32(0);
    for (let i = 0; i < 2; i++) tape.u16(5405).u16(5405).u32(0).u64(garbage);
    tape.u32(0x9004000).u16(1).u16(0).u64(0n).u32(checkSum).u32(0).u32(timestamp).u32(0).fill(driverEntryGrowth);
    pool.u32(name.length).utf16(`${name}\0`).align(8);
  }
  tape.raw(pool.bytes);
  return { drivers: at, pool: poolAt, poolBytes: pool.position - poolAt };
}

/** The build lab is a block like any other; the debugger's data says at which address. */
function dataBlocks(tape: Tape, { blocks, lab }: DumpPicture): Pick<TriageParts, 'blocks' | 'blockCount'> {
  const all = [...blocks, { address: lab.address, bytes: Buffer.from(`${lab.text}\0`) }];
  const at = tape.align(8).position;
  let contentAt = at + all.length * 16;
  for (const { address, bytes } of all) {
    tape.u64(address).u32(contentAt).u32(bytes.length);
    contentAt += bytes.length;
  }
  for (const { bytes } of all) tape.raw(bytes);
  return { blocks: at, blockCount: all.length };
}
