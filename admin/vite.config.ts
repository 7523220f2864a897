// How the panel is built: one small first screen, every page and every chart loaded when it is opened.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: here,
  base: './',
  plugins: [react()],
  define: { 'globalThis.__DEV__': 'false' },
  build: {
    outDir: fileURLToPath(new URL('../dist/admin', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: { index: `${here}index.html`, 'service-worker': `${here}worker/service-worker.ts` },
      // The worker stands beside the page, under one name: a browser asks for it anew by that.
      output: { entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
    // Small files stay files: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/auth', '/training', '/attachments', '/papers', '/calendar'].map((path) => [
        path,
        process.env['HOPTHU_URL'] ?? 'http://localhost:4000',
      ]),
    ),
  },
});
