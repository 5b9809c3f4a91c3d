// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'

const top = join(import.meta.dirname, '../..')
const here = 'tooling/browser'

/** Where the pages find it. It is made again by each build, and belongs to no commit. */
const workerFile = join(top, 'components/opened-file/worker.generated.js')

/** Packages that only a server uses. */
const ofServers = [
  '@azure/identity',
  '@azure/msal-node',
  'better-sqlite3',
  'https-proxy-agent',
  'jose',
  'kysely',
  'pg',
  'pino',
  'proxy-from-env',
  'undici',
]

/**
 * Stands for everything of Node.js and of these packages. What `node.ts` has works; the rest can be imported, extended and
 * named while modules load, and throws once anything calls it from a request.
 */
const standIn = `
const known = require('./node.ts')
let loaded = false
queueMicrotask(() => (loaded = true))
const called = (value) => {
  if (loaded) throw new Error('a worker in a browser does not have this')
  return value
}
const absent = new Proxy(function () {}, {
  get: (target, name) => (name === 'prototype' ? target.prototype : typeof name === 'symbol' ? undefined : absent),
  apply: () => called(absent),
  construct: () => called({}),
})
// Imported names are read from a copy with the same prototype. The only default that is called is that of pino.
module.exports = Object.setPrototypeOf(
  () => known.pino(),
  new Proxy(known, { get: (target, name) => (name in target ? target[name] : absent) }),
)
`

/** @type {import('esbuild').Plugin} */
const withoutNode = {
  name: 'without-node',
  setup(building) {
    const names = [...builtinModules, ...ofServers].map((name) => name.replaceAll('/', '\\/')).join('|')
    building.onResolve({ filter: new RegExp(`^(?:node:.*|${names})$`) }, () => ({
      path: 'node',
      namespace: 'stand-in',
    }))
    building.onLoad({ filter: /^node$/, namespace: 'stand-in' }, () => ({
      contents: standIn,
      loader: 'js',
      resolveDir: join(top, here),
    }))
  },
}

/**
 * Bundles the engine with the reader of files into one script for a worker in a browser: the code that the server runs,
 * without Node.js.
 */
export async function bundleWorker() {
  const { outputFiles } = await build({
    entryPoints: [join(top, 'lib/local/bundle/in-page/worker.ts')],
    inject: [join(top, here, 'globals.ts')],
    outdir: 'out',
    write: false,
    bundle: true,
    minify: true,
    charset: 'utf8',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    alias: { 'server-only': join(top, 'tooling/server-only-in-tests.ts') },
    define: { 'process.env.NODE_ENV': '"production"' },
    absWorkingDir: top,
    tsconfig: join(top, 'tsconfig.json'),
    legalComments: 'none',
    logLevel: 'error',
    plugins: [withoutNode],
  })
  mkdirSync(dirname(workerFile), { recursive: true })
  writeFileSync(workerFile, outputFiles[0]?.contents ?? '')
}
