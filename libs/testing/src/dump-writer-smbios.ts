import { Tape } from './dump-writer-tape.js';

export interface SmbiosPicture {
  readonly bios: { readonly vendor: string; readonly version: string; readonly date: string };
  readonly system: {
    readonly manufacturer: string;
    readonly product: string;
    readonly version: string;
    readonly serial: string;
    readonly family: string;
  };
  readonly board: { readonly manufacturer: string; readonly product: string; readonly serial: string };
  readonly memory: readonly {
    readonly slot: string;
    readonly sizeMb: number;
    readonly speed: number;
    readonly manufacturer: string;
    readonly serial: string;
    readonly part: string;
  }[];
}

/** A firmware table with BIOS, system, board and memory structures, serial numbers included, as SMBIOS 3 lays them out. */
export function writeSmbios({ bios, system, board, memory }: SmbiosPicture): Uint8Array {
  const table = new Tape();
  let handle = 0;
  const structure = (type: number, body: (tape: Tape) => Tape, strings: readonly string[]) => {
    const formatted = body(new Tape()).bytes;
    table
      .u8(type)
      .u8(formatted.length + 4)
      .u16(handle++)
      .raw(formatted);
    for (const text of strings) table.ascii(text).u8(0);
    table.fill(strings.length === 0 ? 2 : 1);
  };
  structure(0, (t) => t.u8(1).u8(2).u16(0xe000).u8(3).u8(0xff).u64(0n), [bios.vendor, bios.version, bios.date]);
  const { manufacturer, product, version, serial, family } = system;
  structure(1, (t) => t.u8(1).u8(2).u8(3).u8(4).fill(16, 'U').u8(6).u8(0).u8(5), [
    manufacturer,
    product,
    version,
    serial,
    family,
  ]);
  structure(2, (t) => t.u8(1).u8(2).u8(0).u8(3).u8(0), [board.manufacturer, board.product, board.serial]);
  structure(126, (t) => t.u32(0), []);
  for (const { slot, sizeMb, speed, manufacturer: maker, serial: number, part } of memory) {
    const large = sizeMb >= 0x7fff;
    const body = (t: Tape) => t.u16(0x1000).u16(0xfffe).u16(64).u16(64).u16(large ? 0x7fff : sizeMb).u8(9).u8(0).u8(1).u8(0)
        .u8(26).u16(0x80).u16(speed).u8(2).u8(3).u8(0).u8(4).u8(1).u32(large ? sizeMb : 0).u16(speed); // prettier-ignore
    structure(17, body, [slot, maker, number, part]);
  }
  structure(127, (t) => t, []);
  return new Tape().u8(0).u8(3).u8(2).u8(0).u32(table.bytes.length).raw(table.bytes).bytes;
}
