// @ts-check
// Bundles the tests of a module and all their imports into one script, so that a mutant costs milliseconds: the script is
// compiled once and run again for each mutant, without remaining state. Vitest would start a worker for each.
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
 * Each file keeps its own `import.meta` path: in a single script all files would have the same one.
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
 * @typedef {Readonly<Record<string, () => unknown>>} TestFiles calling an entry loads its tests
 * @typedef {object} Bundle
 * @property {(replaced: Readonly<Record<string, unknown>>) => TestFiles} start runs the script from the beginning
 * @property {ReadonlyMap<string, ReadonlySet<string>>} importers for each file, the test files that import it, also indirectly
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
 * @param {string} module folder of the module
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
