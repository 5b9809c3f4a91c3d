import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

const tests = '*.test.{ts,tsx}'

/**
 * Modules without process state: their test files share a process, which saves loading the same modules again. They open no
 * database, so another version of Node runs them too.
 */
const pure = [
  `components/**/${tests}`,
  `lib/{azure,contract,diagnosis,encryption,export,facts,i18n,messages,notify,openapi,retirement,shared,timeline,views,wire}/**/${tests}`,
  `e2e/simulator/**/${tests}`,
]

/** Those of the use cases share a process too; some open SQLite, whose driver is built for one version of Node. */
const useCases = [`lib/usecases/**/${tests}`]

/** Servers, databases and programs. */
const servers = [
  `e2e/{azure-cli,collect,doctor,faults,openapi,retirement,troubleshoot}/**/${tests}`,
  `lib/store/**/${tests}`,
]

/** They mock modules, or listen to all servers or errors of their process, which a shared process cannot undo. */
const isolated = [
  'components/fleet/fleet-page.test.tsx',
  'components/inbox/grouped-page.test.tsx',
  'components/providers/msal-client.test.ts',
  'components/queries/fleet.test.tsx',
  'components/watches/following-page.test.tsx',
  'components/watches/notice-cards.test.tsx',
  'e2e/openapi/answers.test.ts',
  'e2e/faults/history-health.test.ts',
  'lib/usecases/history/clock-set-back.test.ts',
  'lib/usecases/outgoing-proxy.test.ts',
  'lib/usecases/watches/evaluate-watches.test.ts',
  `lib/{http,telemetry}/**/${tests}`,
]

/** Tests that only `npm run test:nightly` runs. */
const nightly = '**/*.nightly.test.ts'

/** What is built or unpacked: an earlier version of the project among it. */
const made = ['**/node_modules/**', '.next/**', '.sealwatch/**']
const never = [...made, nightly]

/** Files that share a process; state is reset between them. */
const shared = { isolate: false, setupFiles: ['tooling/fresh-modules.ts'] }

const projects = [
  { name: 'pure', include: pure, exclude: [...never, ...isolated], isolate: false },
  { name: 'usecases', include: useCases, exclude: [...never, ...isolated], isolate: false },
  { name: 'servers', include: servers, exclude: [...never, ...isolated], ...shared },
  { name: 'isolated', include: isolated, exclude: never },
  {
    name: 'others',
    include: [`{app,components,lib,e2e,tooling}/**/${tests}`],
    exclude: [...never, ...pure, ...useCases, ...servers, ...isolated],
    ...shared,
  },
  { name: 'nightly', include: [nightly], exclude: made, ...shared },
]

/** Unit tests of every module and contract tests of the simulator. Browser tests are Playwright's. */
export default defineConfig({
  root,
  resolve: {
    alias: {
      '@': root.replace(/\/$/, ''),
      'server-only': fileURLToPath(new URL('./tooling/server-only-in-tests.ts', import.meta.url)),
    },
  },
  test: {
    // Tests of the history create their own; no other test leaves data.
    env: { SEALWATCH_HISTORY: 'off' },
    // One more than the smallest machine has cores: tests wait for servers, databases and programs that they start.
    maxWorkers: 3,
    // They end hanging tests; no test measures them. A shared machine may stop for a while.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 300_000 } },
    // Later runs reuse what earlier ones compiled.
    experimental: { fsModuleCache: true },
    projects: projects.map((test) => ({ extends: true, test })),
  },
})
