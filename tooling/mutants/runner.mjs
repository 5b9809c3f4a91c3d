// @ts-check
// Stryker's runner of the core's tests: in its own process, without starting a worker for each mutant.
import { relative } from 'node:path'
import { performance } from 'node:perf_hooks'
import { bundleTests } from './bundle.mjs'
import { collector } from './test-api.mjs'

/** @typedef {import('./test-api.mjs').Test & { readonly id: string, readonly file: string }} FoundTest */

/**
 * The state that Stryker and the instrumented code share.
 * @typedef {{ activeMutant?: string | undefined, currentTestId?: string | undefined, mutantCoverage?: unknown, hitCount?: number | undefined, hitLimit?: number | undefined }} Exchange
 */
const world = /** @type {typeof globalThis & { __stryker__?: Exchange }} */ (globalThis)
const exchange = (world.__stryker__ ??= {})

const separator = ' # '

/** Tests that start real shells are slow; they run only for mutants in code that builds commands. */
const withShells = /lib\/diagnosis\/(?:steps|commands)\//

class CoreRunner {
  /** @type {import('./bundle.mjs').Bundle | null} */
  bundle = null
  /** Last duration of each test: quick tests run first, because one failure is enough. */
  times = new Map()
  /** For each changed file, the test file that detected the last mutant: it probably detects the next one too. */
  reporters = new Map()

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    this.bundle = await bundleTests(process.cwd(), `lib/${process.env['SEALWATCH_MUTANTS_MODULE'] ?? ''}`)
  }

  /**
   * The test files, loaded again, each with its tests once it is opened.
   * @returns {{ file: string, open: () => FoundTest[] }[]}
   */
  files() {
    const { tests, api } = collector()
    return Object.entries(this.bundle?.start(api) ?? {}).map(([file, load]) => {
      const open = () => {
        tests.length = 0
        load()
        return tests.map((test) => ({ ...test, file, id: `${file}${separator}${test.name}` }))
      }
      return { file, open }
    })
  }

  /**
   * The test files that can detect a change, the most likely ones first.
   * @param {string} changed
   * @param {readonly string[] | undefined} filter ids of tests
   */
  filesFor(changed, filter) {
    const wanted = filter === undefined ? null : new Set(filter.map((id) => id.split(separator)[0]))
    const importers = this.bundle?.importers.get(relative(process.cwd(), changed).replaceAll('\\', '/')) ?? null
    const reporter = this.reporters.get(changed)
    const takes = (/** @type {string} */ file) => (file === reporter ? -1 : (this.times.get(file) ?? 0))
    return this.files()
      .filter(({ file }) => wanted?.has(file) ?? true)
      .filter(({ file }) => importers?.has(file) ?? true)
      .filter(({ file }) => !withShells.test(file) || withShells.test(changed))
      .sort((a, b) => takes(a.file) - takes(b.file))
  }

  /**
   * @param {FoundTest} test
   * @returns {Promise<string | null>} the reason of the failure
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
    for (const { file, open } of this.files()) {
      const since = performance.now()
      for (const test of open()) {
        exchange.currentTestId = test.id
        const failure = await this.run(test)
        exchange.currentTestId = undefined
        const reported = { id: test.id, name: test.name, fileName: test.file, timeSpentMs: this.times.get(test.id) }
        results.push(
          failure === null ? { ...reported, status: 0 } : { ...reported, status: 1, failureMessage: failure },
        )
      }
      this.times.set(file, performance.now() - since)
    }
    return { status: 'complete', tests: results, mutantCoverage: exchange.mutantCoverage }
  }

  /**
   * @param {{ activeMutant: { id: string }, sandboxFileName: string, testFilter?: string[], hitLimit?: number, mutantActivation: 'static' | 'runtime' }} options
   */
  async mutantRun({ activeMutant, sandboxFileName, testFilter, hitLimit, mutantActivation }) {
    const active = activeMutant.id
    exchange.hitCount = hitLimit === undefined ? undefined : 0
    exchange.hitLimit = hitLimit
    const wanted = testFilter === undefined ? null : new Set(testFilter)
    const takes = (/** @type {FoundTest} */ { id }) => this.times.get(id) ?? 0
    let nrOfTests = 0
    for (const { file, open } of this.filesFor(sandboxFileName, testFilter)) {
      const killed = (/** @type {string} */ id, /** @type {string} */ failureMessage) => {
        this.reporters.set(sandboxFileName, file)
        return { status: 'killed', killedBy: [id], failureMessage, nrOfTests }
      }
      exchange.activeMutant = mutantActivation === 'static' ? active : undefined
      /** @type {FoundTest[]} */
      let tests
      try {
        tests = open().filter(({ id }) => wanted?.has(id) ?? true)
      } catch (error) {
        // The mutant makes the file fail on load.
        return killed(testFilter?.[0] ?? 'loading', String(error))
      }
      exchange.activeMutant = active
      for (const test of tests.sort((a, b) => takes(a) - takes(b))) {
        nrOfTests += 1
        const failure = await this.run(test)
        if (failure !== null) return killed(test.id, failure)
      }
    }
    return { status: 'survived', nrOfTests }
  }
}

function coreRunner() {
  return new CoreRunner()
}
coreRunner.inject = /** @type {const} */ ([])

export const strykerPlugins = [{ kind: 'TestRunner', name: 'core', factory: coreRunner }]
