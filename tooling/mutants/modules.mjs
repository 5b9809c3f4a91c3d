// @ts-check
// What mutation testing covers.

/** The modules of the core, whose tests are measured by mutants. */
export const modules = /** @type {const} */ (['encryption', 'messages', 'diagnosis'])

/**
 * Tables without rules: a test of their lines could only repeat them. Tests over all lines check them together,
 * and the code that uses them has its own tests.
 * @type {Readonly<Record<string, string>>}
 */
export const excluded = {
  'lib/diagnosis/sources.ts': 'links to documents, by problem',
  'lib/diagnosis/readiness/sources.ts': 'links to documents, by prerequisite',
  'lib/diagnosis/seed.ts': 'where each statement of the old guide went',
  'lib/diagnosis/causes/remedies.ts': 'names of the steps advised, by cause',
  'lib/diagnosis/steps/azure-checks.ts': 'texts of commands to copy',
  'lib/diagnosis/steps/guest-checks.ts': 'texts of commands to copy',
  'lib/diagnosis/steps/guest-work.ts': 'texts of commands to copy',
  'lib/diagnosis/steps/keys.ts': 'texts of commands to copy',
  'lib/diagnosis/steps/machine.ts': 'texts of commands to copy',
  'lib/diagnosis/steps/network.ts': 'texts of commands to copy',
}

/** @type {readonly string[]} */
const left = ['lib/**/*.test.ts', 'lib/**/testing/**', ...Object.keys(excluded)].map((path) => `!${path}`)

/** @param {string} module */
export const mutated = (module) => [`lib/${module}/**/*.ts`, ...left]
