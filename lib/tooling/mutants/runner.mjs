// @ts-check
// Stryker's runner of the core's tests: in its own process, without starting anything for each mutant.
import { performance } from 'node:perf_hooks'
import { bundleTests } from './bundle.mjs'
import { collector } from './test-api.mjs'

/** @typedef {import('./test-api.mjs').Test & { readonly id: string, readonly file: string }} FoundTest */

/**
 * What Stryker and the code that it changed tell each other.
 * @typedef {{ activeMutant?: string | undefined, currentTestId?: string | undefined, mutantCoverage?: unknown, hitCount?: number | undefined, hitLimit?: number | undefined }} Exchange
 */
const world = /** @type {typeof globalThis & { __stryker__?: Exchange }} */ (globalThis)
const exchange = (world.__stryker__ ??= {})

const separator = ' # '

/** Tests that start real shells take long; they judge what makes commands, and nothing else. */
const withShells = /lib\/diagnosis\/(?:steps|commands)\//

class CoreRunner {
  /** @type {Awaited<ReturnType<typeof bundleTests>> | null} */
  start = null
  /** How long each test took last: the quick ones go first, because the first that fails is enough. */
  times = new Map()
  /** The file that told the last mutant: its neighbour is likely told by the same. */
  teller = ''

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    this.start = await bundleTests(process.cwd(), `lib/${process.env['SEALWATCH_MUTANTS_ROOM'] ?? ''}`)
  }

  /**
   * Loads the files anew.
   * @param {ReadonlySet<string> | null} wanted ids of tests
   * @param {string | null} mutated the changed file
   * @returns {FoundTest[]}
   */
  load(wanted, mutated = null) {
    const { tests, api } = collector()
    const files = this.start?.(api) ?? {}
    const folders = wanted === null ? null : new Set([...wanted].map((id) => id.split(separator)[0]))
    /** @type {FoundTest[]} */
    const found = []
    for (const [file, open] of Object.entries(files)) {
      if (folders !== null && !folders.has(file)) continue
      if (mutated !== null && withShells.test(file) && !withShells.test(mutated)) continue
      tests.length = 0
      open()
      found.push(...tests.map((test) => ({ ...test, file, id: `${file}${separator}${test.name}` })))
    }
    const chosen = wanted === null ? found : found.filter(({ id }) => wanted.has(id))
    const rank = (/** @type {FoundTest} */ { file, id }) => (this.times.get(id) ?? 0) + (file === this.teller ? 0 : 1e6)
    return chosen.sort((a, b) => rank(a) - rank(b))
  }

  /**
   * @param {FoundTest} test
   * @returns {Promise<string | null>} why it failed
   */
  async run({ id, run }) {
    const since = performance.now()
    try {
      await run()
      return null
    } catch (error) {
      return String(error)
    } finally {
      this.times.set(id, performance.now() - since)
    }
  }

  async dryRun() {
    exchange.activeMutant = undefined
    const results = []
    for (const test of this.load(null)) {
      exchange.currentTestId = test.id
      const failure = await this.run(test)
      exchange.currentTestId = undefined
      const told = { id: test.id, name: test.name, fileName: test.file, timeSpentMs: this.times.get(test.id) }
      results.push(failure === null ? { ...told, status: 0 } : { ...told, status: 1, failureMessage: failure })
    }
    return { status: 'complete', tests: results, mutantCoverage: exchange.mutantCoverage }
  }

  /**
   * @param {{ activeMutant: { id: string, fileName: string }, testFilter?: string[], hitLimit?: number, mutantActivation: 'static' | 'runtime' }} options
   */
  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    const active = activeMutant.id
    exchange.hitCount = hitLimit === undefined ? undefined : 0
    exchange.hitLimit = hitLimit
    exchange.activeMutant = mutantActivation === 'static' ? active : undefined
    let nrOfTests = 0
    try {
      const tests = this.load(testFilter === undefined ? null : new Set(testFilter), activeMutant.fileName)
      exchange.activeMutant = active
      for (const test of tests) {
        nrOfTests += 1
        const failureMessage = await this.run(test)
        if (failureMessage === null) continue
        this.teller = test.file
        return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests }
      }
      return { status: 'survived', nrOfTests }
    } catch (error) {
      // The mutant keeps a file of tests from loading.
      return { status: 'killed', killedBy: [testFilter?.[0] ?? 'loading'], failureMessage: String(error), nrOfTests }
    }
  }
}

function coreRunner() {
  return new CoreRunner()
}
coreRunner.inject = /** @type {const} */ ([])

export const strykerPlugins = [{ kind: 'TestRunner', name: 'core', factory: coreRunner }]
