import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measuredNow } from '../quality/measured'
import { nightlyKinds, nightlyTable, type NightlyKind, type NightlyResult } from '../quality/nightly'
import { withBlock } from '../quality/page'
import { nodeVersions, otherNode, type NodeVersion } from './other-node'
import { top } from './paths'
import { stopAll } from './processes'
import { summary, type Outcome } from './results'
import { build, fuzzing, ownProgram, playwright, vitest } from './stages'

const page = join(top, 'docs', 'quality.md')

const whole = { SEALWATCH_TESTS: 'nightly' }
/** Rounds of the tests that kill writers and senders; `npm test` runs one. */
const killRounds = { SEALWATCH_KILL_ROUNDS: '4' }
const killTests = ['lib/store/kill.test.ts', 'e2e/collect/kills.test.ts', 'e2e/collect/collector.test.ts']

/** The tests that start no program and open no database, with another version of Node. */
async function pureTests(version: NodeVersion): Promise<Outcome> {
  const name = `pure tests on Node ${version}`
  const node = otherNode(version)
  if (node === null) return { name, passed: 0, failed: 0, notRun: 1, seconds: 0 }
  return vitest({ name, projects: ['pure'], node: join(node, 'bin', 'node') })
}

/** Files of `*.nightly.test.ts` in a folder. */
const nightlyTests = (name: string, folder: string) =>
  vitest({ name, projects: ['nightly'], files: [folder], env: whole })

const kinds: Readonly<Record<NightlyKind, () => Promise<Outcome[]>>> = {
  kills: async () => [
    await ownProgram('kills of server and collector', ['bench', 'kills', '--kills', '20']),
    await vitest({
      name: 'kills of writers',
      projects: ['servers'],
      files: killTests,
      env: { ...whole, ...killRounds },
    }),
  ],
  soak: async () => [await ownProgram('soak', ['bench', 'soak', '--minutes', '20'])],
  fuzz: async () => [
    await fuzzing(['--seconds', 60]),
    await vitest({ name: 'hostile files', projects: ['others'], files: ['e2e/bundle/hostile.test.ts'], env: whole }),
  ],
  mutants: async () => [await ownProgram('mutants', ['mutants'])],
  'azure-cli': async () => [await nightlyTests('azure-cli', 'e2e/')],
  node: async () => {
    const outcomes = [await nightlyTests('package', 'tooling/package/')]
    for (const version of nodeVersions) outcomes.push(await pureTests(version))
    return outcomes
  },
  upgrade: async () => [await nightlyTests('two versions', 'tooling/upgrade/')],
  image: async () => [await ownProgram('image', ['image'])],
  browser: async () => [await playwright({ name: 'nightly browser tests', projects: ['nightly', 'site'], env: whole })],
}

async function result(kind: NightlyKind): Promise<{ readonly outcomes: Outcome[]; readonly result: NightlyResult }> {
  const since = Date.now()
  const outcomes = await kinds[kind]()
  const sum = (pick: (one: Outcome) => number) => outcomes.reduce((total, one) => total + pick(one), 0)
  const counts = {
    passed: sum((one) => one.passed),
    failed: sum((one) => one.failed),
    notRun: sum((one) => one.notRun),
  }
  return { outcomes, result: { ...counts, measured: measuredNow(since, Date.now()) } }
}

function writeResult(kind: NightlyKind, done: NightlyResult): void {
  const document = readFileSync(page, 'utf8')
  writeFileSync(page, withBlock(document, 'nightly', nightlyTable(new Map([[kind, done]]), document)))
}

/**
 * `npm run test:nightly`: tests that take too long for `npm test`. The result of each kind is written to docs/quality.md at
 * once. With names of kinds it runs only these; the table keeps the last results of the others.
 */
async function nightly(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true })
  const unknown = positionals.filter((name) => !nightlyKinds.some((kind) => kind === name))
  if (unknown.length > 0) throw new Error(`no such kind: ${unknown.join(', ')}; there are ${nightlyKinds.join(', ')}`)
  const built = await build()
  const outcomes: Outcome[] = [built]
  if (built.failed > 0) return 1
  for (const kind of nightlyKinds.filter((name) => positionals.length === 0 || positionals.includes(name))) {
    const done = await result(kind)
    outcomes.push(...done.outcomes)
    writeResult(kind, done.result)
  }
  process.stdout.write(summary(outcomes))
  return outcomes.some((one) => one.failed > 0) ? 1 : 0
}

try {
  process.exitCode = await nightly()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  stopAll()
}
