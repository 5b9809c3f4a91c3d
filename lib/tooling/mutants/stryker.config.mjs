// @ts-check
// Mutation testing of one room of the core, which SEALWATCH_MUTANTS_MODULE names: see docs/quality.md.
// Started for room after room by lib/tooling/launch/mutants.ts.
import { mutated, modules } from './modules.mjs'

const module = modules.find((name) => name === process.env['SEALWATCH_MUTANTS_MODULE'])
if (module === undefined) throw new Error(`SEALWATCH_MUTANTS_MODULE is none of ${modules.join(', ')}`)
const folder = '.sealwatch/mutants'

export default {
  mutate: mutated(module),
  testRunner: 'core',
  plugins: ['./lib/tooling/mutants/runner.mjs', './lib/tooling/mutants/typed-words.mjs'],
  ignorers: ['typed-words'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A mutant that loops is stopped after this and three times what its tests take. It counts as noticed, so the time must
  // be longer than a busy machine makes of a mutant that does not loop.
  timeoutMS: 30_000,
  timeoutFactor: 3,
  dryRunTimeoutMinutes: 3,
  incremental: true,
  incrementalFile: `${folder}/${module}.incremental.json`,
  tempDirName: `${folder}/sandbox`,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `${folder}/${module}.json` },
  // What the tests of the rooms do not read.
  ignorePatterns: ['.next', '.sealwatch', 'coverage', 'app', 'components', 'docs', 'infra', 'test-results'],
  allowConsoleColors: false,
}
