import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BugcheckText } from './bugcheck-text.js';
import { BUGCHECK_TEXT_LIMITS, readBugcheckText } from './read-bugcheck-text.js';

const stopsOf = (text: string): BugcheckText[] => {
  const stops = readBugcheckText(text);
  if (!stops.ok) throw new Error(stops.error);
  return stops.value;
};
const only = (text: string): BugcheckText => {
  const stops = stopsOf(text);
  expect(stops).toHaveLength(1);
  return stops[0]!;
};
const GUID = '1e087adb-916e-44dd-8bb2-7a3b1be0eba6';

describe('messages of event 1001', () => {
  it.each<[string, string, number, bigint[], string | undefined, string | undefined]>([
    [
      'English of Windows 10',
      `The computer has rebooted from a bugcheck.  The bugcheck was: 0x000000ef (0xffffe000e78aa080, 0x0000000000000000, 0x0000000000000000, 0x0000000000000000). A dump was saved in: C:\\Windows\\MEMORY.DMP. Report Id: ${GUID}.`,
      0xef,
      [0xffffe000e78aa080n, 0n, 0n, 0n],
      'C:\\Windows\\MEMORY.DMP',
      GUID,
    ],
    [
      'English of Windows 7, its report id on a line of its own',
      'The bugcheck was: 0x00000124 (0x0000000000000000, 0xfffffa8008b23028, 0x00000000be000000, 0x000000000100110a). A dump was saved in: C:\\Windows\\MEMORY.DMP.\r\nReport Id: 012114-12885-01.',
      0x124,
      [0n, 0xfffffa8008b23028n, 0xbe000000n, 0x100110an],
      'C:\\Windows\\MEMORY.DMP',
      '012114-12885-01',
    ],
    [
      'Save Dump of Windows XP, its flag on the code',
      'The bugcheck was: 0x100000d1 (0x00000000, 0x00000002, 0x00000001, 0xba940dc2). A dump was saved in: C:\\WINDOWS\\Minidump\\Mini111207-01.dmp.',
      0x100000d1,
      [0n, 2n, 1n, 0xba940dc2n],
      'C:\\WINDOWS\\Minidump\\Mini111207-01.dmp',
      undefined,
    ],
    [
      'Chinese, the full stop touching the bracket',
      '计算机已经从检测错误后重新启动。检测错误: 0x000000d1 (0xffff840001612010, 0x0000000000000002, 0x0000000000000000, 0xfffff801710a1981)。已将转储的数据保存在: C:\\Windows\\MEMORY.DMP。',
      0xd1,
      [0xffff840001612010n, 2n, 0n, 0xfffff801710a1981n],
      'C:\\Windows\\MEMORY.DMP',
      undefined,
    ],
    [
      'Chinese with full-width brackets and a private code of a driver',
      `检测错误：0x4a4b4d53（0xc000000e，0x01d04bf0，0x00000010，0x0000029a）。 已将转储的数据保存在: C:\\WINDOWS\\Minidump\\Mini052809-01.dmp。报告 ID: ${GUID}。`,
      0x4a4b4d53,
      [0xc000000en, 0x1d04bf0n, 0x10n, 0x29an],
      'C:\\WINDOWS\\Minidump\\Mini052809-01.dmp',
      GUID,
    ],
    [
      'Spanish',
      `El equipo se reinició después de una comprobación de errores. La comprobación de errores fue: 0x00000124 (0x0000000000000010, 0xffff9c0d98cc1028, 0xffff9c0d7f97192c, 0xffff9c0d7f9971a0). Se guardó un volcado en: C:\\Windows\\Minidumps\\100126-20828-01.dmp. Id. de informe: ${GUID}.`,
      0x124,
      [0x10n, 0xffff9c0d98cc1028n, 0xffff9c0d7f97192cn, 0xffff9c0d7f9971a0n],
      'C:\\Windows\\Minidumps\\100126-20828-01.dmp',
      GUID,
    ],
    [
      'German',
      'Der Computer wurde nach einem schwerwiegenden Fehler neu gestartet. Der Fehlercode war: 0x0000007a (0x0000000000000001, 0xffffffffc0000185, 0x0000000000000000, 0x0000000000000000).',
      0x7a,
      [1n, 0xffffffffc0000185n, 0n, 0n],
      undefined,
      undefined,
    ],
    [
      'the first value alone',
      'param1 0x00000116 (0xffffc08e5cac74a0, 0xfffff801a7567880, 0x0000000000000000, 0x000000000000000d)',
      0x116,
      [0xffffc08e5cac74a0n, 0xfffff801a7567880n, 0n, 0xdn],
      undefined,
      undefined,
    ],
    [
      'the first value inside its tag',
      '<Data Name="param1">0x00000116 (0xffffc08e5cac74a0, 0x2, 0x0, 0xd)</Data>',
      0x116,
      [0xffffc08e5cac74a0n, 2n, 0n, 0xdn],
      undefined,
      undefined,
    ],
  ])('are read in %s', (_, text, code, parameters, dumpPath, reportId) => {
    expect(only(text)).toMatchObject({ form: 'event-1001', code, parameters, doubts: [] });
    expect(only(text)).toMatchObject({ dumpPath, reportId });
  });

  it.each([
    ['French', "La vérification d'erreur était : 0x00000133 (0x…, 0x…, 0x…, 0x…)", 0x133],
    ['German', 'Der Fehlercode war: 0x0000001a (...)', 0x1a],
  ])('keep their code when the values were left out, in %s', (_, text, code) => {
    expect(only(text)).toMatchObject({ form: 'event-1001', code });
    expect(only(text).parameters).toBeUndefined();
  });

  it('do not come out of other numbers with a bracket', () => {
    expect(readBugcheckText('The program failed to start: 0xc0000022 (access denied). Click OK.').ok).toBe(false);
    expect(readBugcheckText('Fault offset 0x0000000000012345 (0x1)').ok).toBe(false);
  });
});

describe('WinDbg', () => {
  it('reads the one-line summary, without 0x and with zeros dropped', () => {
    expect(
      only(
        'BugCheck 7A, {ffffe48724036a18, ffffffffc0000185, bcbcc860, fffff80ed8419ee4}\n\nProbably caused by : hardware_disk',
      ),
    ).toMatchObject({
      form: 'windbg-summary',
      code: 0x7a,
      parameters: [0xffffe48724036a18n, 0xffffffffc0000185n, 0xbcbcc860n, 0xfffff80ed8419ee4n],
      blamed: 'hardware_disk',
    });
    expect(only('BugCheck EF, {ffffb10da03dc7c0, 0, 0, 0}').parameters).toEqual([0xffffb10da03dc7c0n, 0n, 0n, 0n]);
  });

  const ANALYZE = [
    'KERNEL_DATA_INPAGE_ERROR (7a)',
    'Some lines that explain it.',
    'Arguments:',
    'Arg1: ffffc1049a602ec0, lock type that was held (value 1,2,3, or PTE address)',
    'Arg2: ffffffffc000000e, error status (normally i/o status code)',
    'Arg3: 00000002454628c0, current process',
    'Arg4: fffff8053c2b0000, virtual address',
  ];
  const INPAGE = [0xffffc1049a602ec0n, 0xffffffffc000000en, 0x2454628c0n, 0xfffff8053c2b0000n];

  it.each<[string, (line: string, i: number) => string]>([
    ['as it is', (line) => line],
    ['copied as a list', (line) => `- ${line}`],
    ['copied with line numbers', (line, i) => `${i + 10}. ${line}`],
    ['from a gist', (line) => `${line} | |`],
    ['with HTML left in it', (line) => `<td class="x">${line}</td>`],
  ])('reads !analyze -v %s', (_, copy) => {
    expect(only(ANALYZE.map(copy).join('\n'))).toMatchObject({
      form: 'windbg-analyze',
      code: 0x7a,
      name: 'KERNEL_DATA_INPAGE_ERROR',
      parameters: INPAGE,
    });
  });

  it('takes the summary, the analysis and the fields of one output for one stop', () => {
    const output = [
      'BugCheck 7A, {ffffc1049a602ec0, ffffffffc000000e, 2454628c0, fffff8053c2b0000}',
      ...ANALYZE,
      'BUGCHECK_CODE:  7a',
      'BUGCHECK_P1: ffffc1049a602ec0',
      'BUGCHECK_P2: ffffffffc000000e',
      'IMAGE_NAME:  zfsin.sys',
    ];
    expect(only(output.join('\n'))).toMatchObject({
      parameters: INPAGE,
      name: 'KERNEL_DATA_INPAGE_ERROR',
      blamed: 'zfsin.sys',
      line: 1,
    });
  });

  it('reads 32-bit arguments and the fields of newer debuggers', () => {
    const old = 'CRITICAL_OBJECT_TERMINATION (f4)\nArg1: 00000003, Process\nArg2: 8a760670, Terminating object';
    expect(only(old).parameters).toEqual([3n, 0x8a760670n, undefined, undefined]);
    expect(only('BUGCHECK_CODE:  ef\n\nBUGCHECK_P1: 14\nBUGCHECK_P4: fffff805`3c2b0000')).toMatchObject({
      code: 0xef,
      parameters: [0x14n, undefined, undefined, 0xfffff8053c2b0000n],
    });
  });

  it('reads the .bugcheck command', () => {
    const text =
      'Bugcheck code 0000001A\nArguments 00000000`00000403 fffff680`001de3e8 d6f00001`a1af886f fffffe80`001de3e8';
    expect(only(text)).toMatchObject({
      form: 'windbg-command',
      code: 0x1a,
      parameters: [0x403n, 0xfffff680001de3e8n, 0xd6f00001a1af886fn, 0xfffffe80001de3e8n],
    });
  });

  it('reads a live kernel debugger, its bracket on the next line', () => {
    expect(only('*** Fatal System Error: 0x0000007b\n(0xF78A6A94,0xC0000034,0x00000000,0x00000000)')).toMatchObject({
      form: 'kernel-debugger',
      code: 0x7b,
      parameters: [0xf78a6a94n, 0xc0000034n, 0n, 0n],
    });
    expect(
      only('*** Fatal System Error: 0x00000074\n (0x0000000000000002,0xFFFFF880045F89E0,0x2,0xFFFFFFFFC000003A)')
        .parameters![3],
    ).toBe(0xffffffffc000003an);
  });
});

describe('other tools', () => {
  it('reads a record of BlueScreenView, 32-bit and 64-bit', () => {
    const record = (...values: string[]) =>
      [
        'Dump File         : 100816-94115-01.dmp',
        'Bug Check String  : KERNEL_STACK_INPAGE_ERROR',
        'Bug Check Code    : 0x00000077',
        ...values.map((value, i) => `Parameter ${i + 1}       : ${value}`),
        'Caused By Driver  : ntoskrnl.exe',
      ].join('\r\n');
    expect(only(record('0xc000000e', '0xc000000e', '0x00000000', '0x0be7e000'))).toMatchObject({
      form: 'bluescreenview-record',
      code: 0x77,
      name: 'KERNEL_STACK_INPAGE_ERROR',
      parameters: [0xc000000en, 0xc000000en, 0n, 0xbe7e000n],
      dumpPath: '100816-94115-01.dmp',
      blamed: 'ntoskrnl.exe',
    });
    expect(
      only(record('ffffbf8d`0441f580', '00000000`00000000', '00000000`00000000', '00000000`00000000')).parameters,
    ).toEqual([0xffffbf8d0441f580n, 0n, 0n, 0n]);
  });

  it.each(['\t', ' '])('reads rows of its table, separated by %j', (separator) => {
    const row = (file: string, pointer: string) =>
      [
        file,
        '10/8/2016 6:44:08 PM',
        'KERNEL_DATA_INPAGE_ERROR',
        '0x0000007a',
        pointer,
        'ffffffff`c00000c0',
        '00000000`994cf880',
        'fffff700`00000058',
        'ntoskrnl.exe',
        'ntoskrnl.exe+75bc0',
      ].join(separator);
    const stops = stopsOf(`${row('a-01.dmp', 'fffff6fb`80000000')}\n${row('a-02.dmp', 'fffff6fb`80000008')}`);
    expect(stops).toMatchObject([
      {
        form: 'bluescreenview-row',
        code: 0x7a,
        dumpPath: 'a-01.dmp',
        blamed: 'ntoskrnl.exe',
        parameters: [0xfffff6fb80000000n, 0xffffffffc00000c0n, 0x994cf880n, 0xfffff70000000058n],
      },
      { dumpPath: 'a-02.dmp', line: 2 },
    ]);
  });

  it('reads WhoCrashed, and one crash that it lists twice as one', () => {
    const report = (module: string) =>
      [
        'On Sun 19/07/2015 13:15:36 GMT your computer crashed',
        `This was probably caused by the following module: ${module} (x+0x1FF3C)`,
        'Bugcheck code: 0x7A (0xFFFFF6FC40008770, 0xFFFFFFFFC0000185, 0x1C9EB860, 0xFFFFF880010EEF3C)',
        'Error: KERNEL_DATA_INPAGE_ERROR',
      ].join('\n');
    expect(only(`${report('ataport.sys')}\n${report('ntoskrnl.exe')}`)).toMatchObject({
      form: 'whocrashed',
      code: 0x7a,
      name: 'KERNEL_DATA_INPAGE_ERROR',
      blamed: 'ataport.sys',
      parameters: [0xfffff6fc40008770n, 0xffffffffc0000185n, 0x1c9eb860n, 0xfffff880010eef3cn],
    });
  });

  it.each([
    'Problem Event Name: BlueScreen',
    'Nom d’événement du problème : BlueScreen',
    'Problemereignisname: BlueScreen',
    'Nome evento problema: BlueScreen',
  ])('reads a WER signature below "%s"', (title) => {
    expect(
      only(
        `${title}\nOS Version: 6.1.7601.2.1.0.256.1\nBCCode: f4\nBCP1: 0000000000000003\nBCP2: FFFFFA8003D8EB30\nBCP3: FFFFFA8003D8EE10\nBCP4: FFFFF80002F8B5D0\nOS Version: 6_1_7601`,
      ),
    ).toMatchObject({
      form: 'wer-signature',
      code: 0xf4,
      parameters: [3n, 0xfffffa8003d8eb30n, 0xfffffa8003d8ee10n, 0xfffff80002f8b5d0n],
    });
    expect(only(`${title}  BCCode: 1000007e   BCP3: FFFFFFFFC000009A`)).toMatchObject({
      code: 0x1000007e,
      parameters: [undefined, undefined, 0xffffffffc000009an, undefined],
    });
  });

  it('reads the five registers of a vmware.log, with empty lines between', () => {
    const line = (register: number, value: string) =>
      `2026-01-01T00:00:00 Wa(03) vcpu-1 - WinBSOD: Synthetic MSR[0x4000010${register}] ${value}\n2026-01-01T00:00:00 Wa(03)+`;
    expect(
      only(['0x7a', '0x1', '0xffffffffc0000001', '0x0', '0x5'].map((value, i) => line(i, value)).join('\n')),
    ).toMatchObject({
      form: 'vmware-log',
      code: 0x7a,
      parameters: [1n, 0xffffffffc0000001n, 0n, 5n],
    });
  });

  it.each([
    'BugcheckCode 340\nBugcheckParameter1 0xffff978e3b00c000\nBugcheckParameter2 0x0',
    '[ BugcheckCode] 340\n[ BugcheckParameter1] 0xffff978e3b00c000\n[ BugcheckParameter2] 0x0',
    '<Data Name="BugcheckCode">340</Data><Data Name="BugcheckParameter1">0xffff978e3b00c000</Data><Data Name="BugcheckParameter2">0x0</Data>',
  ])('reads the decimal code of Kernel-Power 41 from %s', (text) => {
    expect(only(text)).toMatchObject({
      form: 'kernel-power-41',
      code: 0x154,
      parameters: [0xffff978e3b00c000n, 0n, undefined, undefined],
    });
  });

  it('takes a Kernel-Power 41 without a bugcheck for none', () => {
    expect(readBugcheckText('BugcheckCode 0\nBugcheckParameter1 0x0')).toEqual({ ok: false, error: 'nothing-found' });
  });
});

describe('typed stop screens', () => {
  it.each<[string, number, (bigint | undefined)[], string[]]>([
    [
      '*** STOP: 0x0000007A (0xC0201754,0xC0000185,0x805D5B25,0x0456D860)',
      0x7a,
      [0xc0201754n, 0xc0000185n, 0x805d5b25n, 0x456d860n],
      [],
    ],
    [
      'STOP: 0X0000007A (0XC03E054, 0XC000000E, 0XF8395384, 0X05679860)',
      0x7a,
      [0xc03e054n, 0xc000000en, 0xf8395384n, 0x5679860n],
      [],
    ],
    [
      'technical information stop: 0x00000077 (0xC000000E,0xC000000E,0x00000000,0x0BE7E000)',
      0x77,
      [0xc000000en, 0xc000000en, 0n, 0xbe7e000n],
      [],
    ],
    [
      'STOP 0x00000024 (001901f9 f743b5f8 f743b434 8013b59e)',
      0x24,
      [0x1901f9n, 0xf743b5f8n, 0xf743b434n, 0x8013b59en],
      [],
    ],
    ['STOP: 0x0000000a (0x00000004 0x00000002 0x00000001 0x8010b262)', 0xa, [4n, 2n, 1n, 0x8010b262n], []],
    [
      'STOP 0x0000007b(0xF6063848,0xC0000034,0x00000000,0x00000000',
      0x7b,
      [0xf6063848n, 0xc0000034n, 0n, 0n],
      ['bracket-open'],
    ],
    [
      '*** STOP: 0x0000007B (0xF7C4F640 0xC000000E, 0x00000000, 0x00000000)',
      0x7b,
      [0xf7c4f640n, 0xc000000en, 0n, 0n],
      [],
    ],
    ['STOP: 0x0000007A (0x1,0x2,0x3)', 0x7a, [1n, 2n, 3n, undefined], ['fewer-than-four']],
    ['STOP: 0x0000007A (0x1,0x2,0x3,0x4,0x5)', 0x7a, [1n, 2n, 3n, 4n], ['more-than-four']],
    [
      'STOP: 0x0000007A (0xC0201754,0xC0000185,0x805D\n5B25,0x0456D860)',
      0x7a,
      [0xc0201754n, 0xc0000185n, 0x805d5b25n, 0x456d860n],
      ['line-broken'],
    ],
    [
      'STOP: 0x0000007A (0xC0201754,0xC0000185,\n0x805D5B25,0x0456D860)',
      0x7a,
      [0xc0201754n, 0xc0000185n, 0x805d5b25n, 0x456d860n],
      ['line-broken'],
    ],
  ])('reads %j', (text, code, parameters, doubts) => {
    expect(only(text)).toMatchObject({ form: 'stop-screen', code, parameters, doubts });
  });

  it('reads the name above and the driver below', () => {
    const screen =
      'A problem has been detected.\n\nKERNEL_DATA_INPAGE_ERROR\n\nTechnical information:\n\n*** STOP: 0x0000007A (0x1,0xC0000185,0x0,0x4)\n*** atapi.sys - Address F8395384 base at F8388000, DateStamp 4110764d';
    expect(only(screen)).toMatchObject({
      name: 'KERNEL_DATA_INPAGE_ERROR',
      blamed: 'atapi.sys',
      parameters: [1n, 0xc0000185n, 0n, 4n],
    });
  });

  it('keeps the name where the screen has no numbers', () => {
    expect(only('KERNEL_DATA_INPAGE_ERROR (Msfs.SYS)')).toMatchObject({
      form: 'stop-name',
      name: 'KERNEL_DATA_INPAGE_ERROR',
      blamed: 'Msfs.SYS',
    });
    expect(only('KERNEL_DATA_INPAGE_ERROR (Msfs.SYS)').code).toBeUndefined();
    expect(only('Your PC ran into a problem.\nStop code: KERNEL DATA INPAGE ERROR')).toMatchObject({
      name: 'KERNEL_DATA_INPAGE_ERROR',
    });
    expect(readBugcheckText('PLEASE HELP ME\nSome_Mixed_Name').ok).toBe(false);
  });
});

describe('readBugcheckText', () => {
  it('says that a text holds nothing, or is too long', () => {
    expect(readBugcheckText('My computer is slow since Tuesday.')).toEqual({ ok: false, error: 'nothing-found' });
    expect(readBugcheckText('')).toEqual({ ok: false, error: 'nothing-found' });
    expect(readBugcheckText('x'.repeat(BUGCHECK_TEXT_LIMITS.text + 1))).toEqual({ ok: false, error: 'text-too-long' });
  });

  it('keeps two stops of one code apart by their parameters, and a status written in two widths together', () => {
    expect(stopsOf('BugCheck 7A, {1, c0000185, 0, 4}\nBugCheck 7A, {2, c0000185, 0, 4}')).toHaveLength(2);
    expect(
      stopsOf('BugCheck 7A, {1, c0000185, 0, 4}\nSTOP: 0x0000007A (0x1, 0xFFFFFFFFC0000185, 0x0, 0x4)'),
    ).toHaveLength(1);
  });

  it('takes equal stops of a list for two where nothing but zeros was recorded, and of two forms for one', () => {
    const zeros = '(0x0000000000000000, 0x0000000000000000, 0x0000000000000000, 0x0000000000000000)';
    const twice = `was: 0x00010001 ${zeros}\nwas: 0x00010001 ${zeros}`;
    expect(stopsOf(twice)).toHaveLength(2);
    expect(stopsOf(`was: 0x00010001 ${zeros}\nBugcheckCode 65537\nBugcheckParameter1 0x0`)).toHaveLength(1);
  });

  it('answers for any text, and reads back what it was given', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'STOP: 0x0000007A (',
        'BCCode: ',
        'BugCheck 7A, {',
        '\n',
        '0x00000001',
        ')',
        'Arg1: ',
        'KERNEL_X (7a)',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        (pieces) => typeof readBugcheckText(pieces.join('')).ok === 'boolean',
      ),
    );
    const value = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    fc.assert(
      fc.property(
        fc.tuple(value, value, value, value),
        fc.integer({ min: 1, max: 0xffff_ffff }),
        (parameters, code) => {
          const hex = parameters.map((one) => one.toString(16));
          expect(only(`BugCheck ${code.toString(16)}, {${hex.join(', ')}}`)).toMatchObject({ code, parameters });
          expect(
            only(`x 0x${code.toString(16).padStart(8, '0')} (${hex.map((one) => `0x${one}`).join(', ')})`),
          ).toMatchObject({ code, parameters });
        },
      ),
    );
  });

  it.each([
    ['brackets that never close', 'STOP: 0x0000007A (0x1 '],
    ['heads of analyses', 'KERNEL_DATA_INPAGE_ERROR (7a)\n'],
    ['bars', '| '],
    ['hex digits', 'f'],
    ['values on lines of their own', '0x1,\n'],
    ['open tags', '<a '],
    ['blanks', ' '],
    ['heads of records', 'BCCode: 1\n'],
    ['names', 'A_'],
  ])('takes linear time over a megabyte of %s', (_, unit) => {
    const text = unit.repeat(Math.floor(BUGCHECK_TEXT_LIMITS.text / unit.length));
    const begun = process.cpuUsage();
    readBugcheckText(text);
    expect(process.cpuUsage(begun).user).toBeLessThan(3_000_000);
  });
});
