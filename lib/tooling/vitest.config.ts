import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../..', import.meta.url))

const tests = '*.test.{ts,tsx}'

/** Rooms without state or environment of the process: their files share one, which saves loading the same modules again. */
const pure = [
  `components/**/${tests}`,
  `lib/{azure,contract,diagnosis,encryption,export,facts,i18n,messages,notify,openapi,retirement,shared,timeline,usecases,views,wire}/**/${tests}`,
  `e2e/simulator/**/${tests}`,
]

/** Servers, databases and programs on clocks that run: they want the processors when they need them. */
const timed = [
  `e2e/{azure-cli,collect,doctor,faults,openapi,retirement,troubleshoot}/**/${tests}`,
  `lib/store/**/${tests}`,
]

const never = ['**/node_modules/**', '.next/**']

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
    // Tests of the history make one of their own; no other test leaves anything behind.
    env: { SEALWATCH_HISTORY: 'off' },
    // One for each core of the smallest machine this is for; many tests wait more than they compute.
    maxWorkers: 2,
    // Ceilings for what hangs; no test is about them. A machine that others use too may stand still for a while.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // The runs of `npm test` follow each other: what one has compiled, the next need not.
    experimental: { fsModuleCache: true },
    projects: [
      { extends: true, test: { name: 'pure', include: pure, exclude: never, isolate: false } },
      { extends: true, test: { name: 'timed', include: timed, exclude: never } },
      {
        extends: true,
        test: {
          name: 'others',
          include: [`{app,components,lib,e2e}/**/${tests}`],
          exclude: [...never, ...pure, ...timed],
        },
      },
    ],
  },
})
