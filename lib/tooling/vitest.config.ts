import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Unit tests of every room and contract tests of the simulator. Browser tests are Playwright's. */
export default defineConfig({
  root,
  resolve: {
    alias: {
      '@': root.replace(/\/$/, ''),
      'server-only': fileURLToPath(new URL('./server-only-in-tests.ts', import.meta.url)),
    },
  },
  test: {
    include: ['{app,components,lib,e2e}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '.next/**'],
    // Tests of the history make one of their own; no other test leaves anything behind.
    env: { SEALWATCH_HISTORY: 'off' },
    // One for each core of the smallest machine this is for; many tests wait more than they compute.
    maxWorkers: 2,
    // Ceilings for what hangs; no test is about them. A machine that others use too may stand still for a while.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
