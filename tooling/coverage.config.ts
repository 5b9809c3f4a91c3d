import { defineConfig } from 'vitest/config'
import base from '../vitest.config'

const core = 'lib/{encryption,messages,diagnosis}/**'
/** `SEALWATCH_COVERAGE=all` runs every unit test, over the whole product; otherwise the core's tests over the core. */
const isAll = process.env['SEALWATCH_COVERAGE'] === 'all'

const { projects = [], ...shared } = base.test ?? {}

/** Coverage of the unit tests, with every branch of the core. tooling/launch/coverage.ts counts the whole product. */
export default defineConfig({
  ...base,
  test: {
    ...shared,
    ...(isAll ? { projects } : { include: [`${core}/*.test.ts`] }),
    // Coverage slows tests down, so tests of cost are excluded here.
    testNamePattern: /^(?!.*(?:costs no more than|costs little at its longest))/,
    coverage: {
      enabled: true,
      provider: 'v8',
      include: isAll ? ['{lib,app,components}/**/*.{ts,tsx}'] : [`${core}/*.ts`],
      exclude: ['**/*.test.{ts,tsx}', '**/testing/**', '**/*.d.ts', 'tooling/**', '**/node_modules/**'],
      reporter: isAll ? ['json'] : ['text-summary', ['text', { skipFull: true }]],
      reportsDirectory: `.sealwatch/coverage/${isAll ? 'all' : 'core'}`,
      thresholds: { [core]: { branches: 100 } },
    },
  },
})
