import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import type { Plugin } from 'vite';
import { theme } from '../src/theme/theme.js';

const ID = 'virtual:theme.css';

/**
 * The theme's CSS variables as a file made at build time. Mantine would write them into a <style> element in the
 * browser, which our content security policy (style-src 'self', no unsafe-inline) refuses.
 */
export function themeCss(): Plugin {
  return {
    name: 'inpage-theme-css',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: (id) => (id === `\0${ID}` ? { code: themeVariables(), moduleType: 'css' } : undefined),
  };
}

/** Every variable of the merged theme: shared ones on :root, the rest by color scheme. */
export function themeVariables(): string {
  const { variables, light, dark } = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  const schemes = {
    light: { ...light, '--mantine-color-scheme': 'light' },
    dark: { ...dark, '--mantine-color-scheme': 'dark' },
  };
  return convertCssVariables({ variables, ...schemes }, ':root');
}
