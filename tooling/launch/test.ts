import { rmSync } from 'node:fs'
import { stopAll } from './processes'
import { summary, type Outcome } from './results'
import { build, checks, fuzzing, playwright, reports, vitest } from './stages'

/**
 * The fuzzer's inputs for each target: always the same ones, so that the result depends on the code alone. `npm run
 * test:nightly` searches with new ones, for a minute each.
 */
const fuzzed = ['--runs', 500, '--seed', 1] as const

/**
 * `npm test`: every check and every runner, also after a failure, then the results. Long tests are in
 * `npm run test:nightly`, with a small part of each kind here.
 */
async function test(): Promise<number> {
  rmSync(reports, { recursive: true, force: true })
  const checked = checks()
  const built = await build()
  const outcomes: Outcome[] = [built]
  outcomes.push(await vitest({ name: 'tests', projects: ['pure', 'usecases', 'servers', 'isolated', 'others'] }))
  const hostile = fuzzing(fuzzed)
  outcomes.push(await hostile, ...(await checked))
  if (built.failed === 0) outcomes.push(await playwright({ name: 'browser tests', projects: ['screens'] }))
  else outcomes.push({ name: 'browser tests', passed: 0, failed: 1, notRun: 0, seconds: 0 })
  process.stdout.write(summary(outcomes))
  return outcomes.some((one) => one.failed > 0) ? 1 : 0
}

try {
  process.exitCode = await test()
} finally {
  stopAll()
}
