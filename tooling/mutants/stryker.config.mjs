// @ts-check
// Mutation testing of one module of the core, which SEALWATCH_MUTANTS_MODULE names: see docs/quality.md.
// Started for each module by tooling/launch/mutants.ts.
import { mutated, modules } from './modules.mjs'

const module = modules.find((name) => name === process.env['SEALWATCH_MUTANTS_MODULE'])
if (module === undefined) throw new Error(`SEALWATCH_MUTANTS_MODULE must be one of ${modules.join(', ')}`)
const folder = '.sealwatch/mutants'

export default {
  mutate: mutated(module),
  testRunner: 'core',
  plugins: ['./tooling/mutants/runner.mjs', './tooling/mutants/typed-words.mjs'],
  ignorers: ['typed-words'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A looping mutant is stopped after this plus three times the duration of its tests. It counts as detected, so the time
  // must exceed what a busy machine needs for a mutant that does not loop.
  timeoutMS: 30_000,
  timeoutFactor: 3,
  dryRunTimeoutMinutes: 3,
  incremental: true,
  incrementalFile: `${folder}/${module}.incremental.json`,
  tempDirName: `${folder}/sandbox`,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `${folder}/${module}.json` },
  // Files that the modules' tests do not read.
  ignorePatterns: ['.next', '.sealwatch', 'coverage', 'app', 'components', 'docs', 'infra', 'test-results'],
  allowConsoleColors: false,
}
