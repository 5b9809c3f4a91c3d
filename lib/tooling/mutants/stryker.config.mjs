// @ts-check
// Mutation testing of one room of the core, which SEALWATCH_MUTANTS_ROOM names: see docs/quality.md.
// Started for room after room by lib/tooling/launch/mutants.ts.
import { mutated, rooms } from './rooms.mjs'

const room = rooms.find((name) => name === process.env['SEALWATCH_MUTANTS_ROOM'])
if (room === undefined) throw new Error(`SEALWATCH_MUTANTS_ROOM is none of ${rooms.join(', ')}`)
const folder = '.sealwatch/mutants'

export default {
  mutate: mutated(room),
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
  incrementalFile: `${folder}/${room}.incremental.json`,
  tempDirName: `${folder}/sandbox`,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `${folder}/${room}.json` },
  // What the tests of the rooms do not read.
  ignorePatterns: ['.next', '.sealwatch', 'coverage', 'app', 'components', 'docs', 'infra', 'test-results'],
  allowConsoleColors: false,
}
