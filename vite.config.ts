import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import packageJson from './package.json' with { type: 'json' }
import { proxyRules } from './scripts/deploy/rules.mjs'
import { devHeaders, securityHeaders } from './scripts/headers.mjs'
import { readUpstream, takeServerOptions } from './scripts/server/upstream.mjs'
import { chunkFileNames, chunkGroups } from './scripts/vite/chunks.mjs'
import { demoFiles } from './scripts/vite/demo-files.mjs'
import { firstPage } from './scripts/vite/first-page.mjs'
import { mockHost } from './scripts/vite/mock-host.mjs'
import { serverHost } from './scripts/vite/server-host.mjs'
import { noMock } from './scripts/vite/no-mock.mjs'
import { noCircles } from './scripts/vite/no-circles.mjs'
import { oneChunkAFeature } from './scripts/vite/one-chunk-a-feature.mjs'
import { oneIconAFile } from './scripts/vite/one-icon-a-file.mjs'
import { page } from './scripts/vite/page.mjs'
import { pageText } from './scripts/vite/page-text.mjs'

const source = fileURLToPath(new URL('./src', import.meta.url))
const devNonce = 'strongroom-dev'

export default defineConfig(({ command, mode, isPreview }) => {
  const isDemo = mode === 'demo'
  const isDev = command === 'serve' && !isPreview
  const upstream = isDev ? readUpstream(takeServerOptions([], process.env).wanted) : null
  return {
    plugins:
      mode === 'test'
        ? [react(), pageText()]
        : [
            react(),
            tailwindcss(),
            page(),
            oneChunkAFeature(),
            oneIconAFile(),
            firstPage(),
            noCircles(),
            ...(isDemo ? [demoFiles()] : [upstream ? serverHost(upstream) : mockHost(), noMock()]),
          ],
    resolve: {
      // Radix's scroll lock injects a style element through this package, which the policy refuses.
      alias: { '#': source, 'react-style-singleton': `${source}/ui/adopt-style.ts` },
    },
    define: {
      'import.meta.env.VITE_VERSION': JSON.stringify(packageJson.version),
      // A text, and not an object: it stays in the one chunk that reads it.
      'import.meta.env.VITE_PROXY_RULES': JSON.stringify(JSON.stringify(proxyRules())),
    },
    ...(isDev && { html: { cspNonce: devNonce } }),
    build: {
      outDir: isDemo ? 'dist-demo' : 'dist',
      manifest: true,
      target: 'es2023',
      // No browser that can run the app needs the polyfill.
      modulePreload: { polyfill: false },
      // Data URLs would be refused by the policy for fonts and workers, and are useless elsewhere.
      assetsInlineLimit: 0,
      rolldownOptions: { output: { chunkFileNames, codeSplitting: { groups: chunkGroups } } },
    },
    worker: {
      format: 'es',
      plugins: () => [pageText(), ...(isDemo ? [] : [noMock()])],
      // A folder of their own, so that the size gate can tell a worker's code from a page's.
      rolldownOptions: {
        output: { entryFileNames: 'workers/[name]-[hash].js', chunkFileNames: 'workers/[name]-[hash].js' },
      },
    },
    server: { host: '127.0.0.1', headers: devHeaders(devNonce) },
    preview: { host: '127.0.0.1', headers: securityHeaders({ reportUri: '/__mock/csp-reports' }) },
    test: {
      include: ['{src,scripts,e2e}/**/*.test.{ts,tsx}'],
      environment: 'node',
      reporters: ['default'],
      testTimeout: 10_000,
    },
  }
})
