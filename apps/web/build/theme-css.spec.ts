import { expect, it } from 'vitest';
import { themeVariables } from './theme-css.js';

it('holds the accent, the fonts and both color schemes', () => {
  const css = themeVariables();
  expect(css).toContain('--mantine-color-accent-7: #3559bf');
  expect(css).toContain('--mantine-font-family-monospace: ui-monospace');
  expect(css).toMatch(/:root\[data-mantine-color-scheme="dark"\]\{[^}]*--mantine-color-body/);
  expect(css).toMatch(/:root\[data-mantine-color-scheme="light"\]\{[^}]*--mantine-color-body/);
});

it('asks nobody for a font', () => {
  expect(themeVariables()).not.toMatch(/url\(|@import|@font-face/);
});
