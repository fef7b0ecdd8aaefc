interface IconProps {
  readonly path: string;
  readonly size?: number;
}

/** Line icon in a 16 x 16 box. Always decoration: a text stands beside it. */
export function Icon({ path, size = 16 }: IconProps) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}

export const glyphs = {
  overview: 'M2.5 13.5V8M6.2 13.5V3M9.8 13.5V6M13.5 13.5V9.5',
  groups: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  crashes: 'M8 1.8 14.5 13.5h-13zM8 6v3.5M8 11.6v.2',
  machines: 'M2 3h12v7.5H2zM5.5 13.5h5M8 10.5v3',
  disks: 'M2.5 4.5c0-3 11-3 11 0v7c0 3-11 3-11 0zM2.5 4.5c0 3 11 3 11 0M2.5 8c0 3 11 3 11 0',
  models: 'M2 4h7M5 2.5v3M4.5 8H14M9 6.5v3M2.5 12h5M4.5 10.5v3',
  analyse: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3 14 14',
  keys: 'M10.5 9a3.5 3.5 0 1 0-3.2-2L2 12.2V14h2.5v-1.8h1.8v-1.8L7.6 9M11 5.2v.1',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  check: 'M3 8.5l3.2 3.2L13 5',
  close: 'M4 4l8 8M12 4l-8 8',
  up: 'M8 13V3M3.8 7.2 8 3l4.2 4.2',
  down: 'M8 3v10M3.8 8.8 8 13l4.2-4.2',
  equal: 'M3 6h10M3 10h10',
  sorted: 'M8 12.5v-9M4.5 9 8 12.5 11.5 9',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  warning: 'M8 1.8 14.5 13.5h-13zM8 6v3.5M8 11.6v.2',
  right: 'M6 3.5 10.5 8 6 12.5',
  light:
    'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M13 3l-1.2 1.2M4.2 11.8 3 13',
  dark: 'M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z',
  auto: 'M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12',
} as const;
