import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { SECURITY_HEADERS } from './build/security-headers.js';
import { themeCss } from './build/theme-css.js';
import { mockApi } from './mock/plugin.js';

/** INPAGE_API=http://127.0.0.1:8080 puts a real server behind the development page; without it the mock answers. */
const api = process.env.INPAGE_API;

export default defineConfig({
  plugins: [react(), themeCss(), ...(api ? [] : [mockApi()])],
  build: { outDir: 'dist', target: 'es2022', assetsInlineLimit: 0, cssCodeSplit: true },
  server: { proxy: api ? { '/api': api } : undefined },
  preview: { headers: SECURITY_HEADERS },
});
