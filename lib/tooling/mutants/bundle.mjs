// @ts-check
// Puts the tests of a room and all that they import into one script, so that a mutant costs milliseconds: the script is
// compiled once and run anew for each mutant, with nothing left over. Vitest would start a worker for each.
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import { build } from 'esbuild'

/**
 * @param {string} top
 * @param {string} module
 */
function testsOf(top, module) {
  return readdirSync(join(top, module), { recursive: true, encoding: 'utf8' })
    .map((path) => join(module, path))
    .filter((path) => path.endsWith('.test.ts'))
    .sort()
}

/**
 * Files keep their own places: a script that is one file would give them all the same.
 * @type {import('esbuild').Plugin}
 */
const ownPlaces = {
  name: 'own-places',
  setup(setup) {
    setup.onLoad({ filter: /[\\/](?:lib|e2e)[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const contents = text
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
      return { contents, loader: 'ts' }
    })
  },
}

const silent = { log() {}, info() {}, warn() {}, error() {} }

/**
 * @typedef {(id: string) => unknown} Require
 * @typedef {Readonly<Record<string, () => unknown>>} TestFiles load their tests when they are called
 * @typedef {object} Bundle
 * @property {(replaced: Readonly<Record<string, unknown>>) => TestFiles} start runs the script from the start
 * @property {ReadonlyMap<string, ReadonlySet<string>>} importers of each file, the files of tests that come to import it
 */

/**
 * @param {import('esbuild').Metafile} graph
 * @param {readonly string[]} tests
 */
function importersOf({ inputs }, tests) {
  /** @type {Map<string, Set<string>>} */
  const importers = new Map()
  for (const test of tests) {
    const open = [test]
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      const known = importers.get(file) ?? new Set()
      if (known.has(test)) continue
      importers.set(file, known.add(test))
      open.push(...(inputs[file]?.imports ?? []).map(({ path }) => path))
    }
  }
  return importers
}

/**
 * @param {string} top folder of the project
 * @param {string} module folder of the room
 * @returns {Promise<Bundle>}
 */
export async function bundleTests(top, module) {
  const tests = testsOf(top, module).map((path) => path.replaceAll('\\', '/'))
  const entries = tests.map((path) => `${JSON.stringify(path)}: () => require(${JSON.stringify(`./${path}`)})`)
  const { outputFiles, metafile } = await build({
    stdin: { contents: `module.exports = {\n${entries.join(',\n')}\n}`, resolveDir: top },
    absWorkingDir: top,
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
    alias: { '@': top },
    plugins: [ownPlaces],
    logLevel: 'error',
  })
  const code = outputFiles[0]?.text ?? ''
  /** @type {(module: { exports: TestFiles }, require: Require, console: object) => void} */
  const start = new Script(`(function (module, require, console) { ${code}\n})`, {
    filename: relative(top, module),
  }).runInThisContext()
  const own = createRequire(join(top, 'package.json'))
  return {
    importers: importersOf(metafile, tests),
    start(replaced) {
      const module = { exports: {} }
      start(module, (id) => (Object.hasOwn(replaced, id) ? replaced[id] : own(id)), silent)
      return module.exports
    },
  }
}
