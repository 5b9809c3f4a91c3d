import { defineConfig } from '@playwright/test'
import type { StackOptions } from '@/e2e/fixtures/test'
import { ensureBrowser } from './tooling/launch/browser'
import { testPorts } from './tooling/launch/options'
import { top } from './tooling/launch/paths'

const browser = ensureBrowser()

/** Browser tests on the built product and the fake Azure. Every test creates its own tenant, so they run in parallel. */
export default defineConfig<StackOptions>({
  testDir: `${top}/e2e/specs`,
  outputDir: `${top}/test-results`,
  fullyParallel: true,
  // One more than the smallest machine has cores: a quarter of a test's time is waiting for answers and animations.
  workers: 3,
  retries: 0,
  // They end hanging tests; no test measures them. A shared machine may stop for a while.
  timeout: 1_200_000,
  expect: { timeout: 120_000 },
  forbidOnly: true,
  reporter:
    process.env['SEALWATCH_REPORT'] === undefined
      ? [['list']]
      : [['line'], ['json', { outputFile: process.env['SEALWATCH_REPORT'] }]],
  use: {
    baseURL: `http://localhost:${testPorts.product}`,
    azureOrigin: `http://localhost:${testPorts.http}`,
    secondOrigin: `http://localhost:${testPorts.product + 1}`,
    locale: 'en-GB',
    colorScheme: 'light',
    viewport: { width: 1280, height: 800 },
    // As long as an expectation waits: otherwise an element that is missing costs the whole time of its test.
    actionTimeout: 120_000,
    trace: 'off',
    launchOptions: {
      ...(browser === null ? {} : { executablePath: browser }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'screens', grepInvert: /@nightly/ },
    // The tests of `npm run test:nightly`: nightly ones, and the complete form of those of which `npm test` runs a part.
    { name: 'nightly', grep: /@nightly|@both/ },
    { name: 'site', testDir: `${top}/tooling/site` },
  ],
  webServer: {
    command: 'node tooling/launch/run.mjs stack',
    cwd: top,
    // The last server to start.
    url: `http://localhost:${testPorts.product + 1}/`,
    timeout: 600_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
})
