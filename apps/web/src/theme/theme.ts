import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent. Shade 7 on white and shade 3 on the dark card both pass 4.5:1. */
const accent: MantineColorsTuple = [
  '#eef3ff',
  '#dce4fb',
  '#b9c8f5',
  '#93aaf0',
  '#7191ea',
  '#5a81e7',
  '#4d77e6',
  '#3559bf',
  '#2c4ca8',
  '#22409a',
];

/** Mantine's greys with a little blue, so that dark cards lie calmly on a dark page. */
const dark: MantineColorsTuple = [
  '#e6e9ef',
  '#c4cad6',
  '#9aa4b5',
  '#707b8f',
  '#434b5b',
  '#2f3644',
  '#232935',
  '#191d27',
  '#12151d',
  '#0c0f15',
];

/** System fonts only: no request leaves the server, and text is there on the first paint. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 7 },
  colors: { accent, dark },
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Segoe UI Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  headings: { fontWeight: '650' },
  respectReducedMotion: true,
});
