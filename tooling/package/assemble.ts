import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { build, transform } from 'esbuild'
import * as z from 'zod'
import { top } from '../launch/paths'
import { packageManifest } from './manifest'
import { noticesFor } from './notices'
import { writeStub } from './stub'

/** What Next traces and this program never loads: the image optimiser, another PostgreSQL driver, and SQLite, which npm installs. */
const left = [
  ...['sharp', '@img', 'pg-native', 'libpq', 'nan', 'better-sqlite3', 'bindings', 'file-uri-to-path'].map(
    (name) => `node_modules/${name}/`,
  ),
  // Metrics of typefaces, which the build reads, and the framework's runtime for features that no page uses.
  'node_modules/next/dist/server/capsize-font-metrics.json',
  'node_modules/next/dist/compiled/next-server/app-page-turbo-experimental.runtime.prod.js',
  // What runs code of the edge runtime, of which the product has none, React for a server in a browser, and parts of the
  // framework's build and test mode.
  'node_modules/next/dist/compiled/edge-runtime/',
  'node_modules/next/dist/compiled/@edge-runtime/primitives/load.js',
  'node_modules/react-dom/cjs/react-dom-server.browser.production.js',
  ...['tar', '@mswjs'].map((name) => `node_modules/next/dist/compiled/${name}/`),
  // What only the framework's development server loads, and the storage of its telemetry, which that server alone opens.
  ...['hot-reloader-turbopack', 'hot-reloader-webpack', 'hot-reloader-rspack', 'hot-middleware', 'turbopack-utils'].map(
    (name) => `node_modules/next/dist/server/dev/${name}.js`,
  ),
  ...['on-demand-entry-handler', 'dev-validation-worker', 'static-paths-worker', 'use-cache-probe-'].map(
    (name) => `node_modules/next/dist/server/dev/${name}`,
  ),
  'node_modules/next/dist/telemetry/storage.js',
  'node_modules/next/dist/compiled/conf/',
]

/**
 * Source maps, the lists of files from which the framework's build copies, and typefaces in their larger form: every
 * browser that runs the product reads the smaller one.
 */
const leftKinds = /\.(?:map|nft\.json|woff)$/

/** Packages that the programs load from elsewhere: the framework beside them, SQLite as npm installed it. */
const external = ['next', 'better-sqlite3', 'pg', 'pg-native']

/** Name of each program's file, and its source. */
const programs = {
  command: 'tooling/package/command.ts',
  serve: 'tooling/package/serve.ts',
  past: 'tooling/launch/demo-past-main.ts',
} as const

const serverFiles = z.looseObject({ config: z.looseObject({ experimental: z.looseObject({}) }) })
const foldersOfTheBuild = ['outputFileTracingRoot', 'repoRoot', 'turbopack']

/** Every path below a folder, with `/`; a link is a path of its own. */
function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

function isLeft(path: string): boolean {
  const isUnused = left.some((each) => path.startsWith(each)) || /^node_modules\/(?:@[^/]+\/)?[^/]+\/test\//.test(path)
  return isUnused || leftKinds.test(path) || path === 'package.json' || path === 'server.js'
}

/** Copies a folder without links, maps and unused packages; scripts of packages without their comments and blanks. */
async function copyInto(out: string, from: string, below: string): Promise<void> {
  for (const path of pathsIn(from)) {
    const target = join(below, path).split(sep).join('/')
    if (isLeft(target) || lstatSync(join(from, path)).isSymbolicLink()) continue
    mkdirSync(dirname(join(out, target)), { recursive: true })
    if (/^node_modules\/.*\.[cm]?js$/.test(target)) {
      const { code } = await transform(readFileSync(join(from, path)), {
        minifyWhitespace: true,
        legalComments: 'none',
      })
      writeFileSync(join(out, target), code)
    } else cpSync(join(from, path), join(out, target))
  }
}

/**
 * The framework's configuration without the folders of the machine that built it. Each page is loaded when it is first
 * opened: one person waits for the first of them, which would load behind all others.
 */
function writeServerFiles(out: string): void {
  const file = join(out, '.next', 'required-server-files.json')
  const { config } = serverFiles.parse(JSON.parse(readFileSync(file, 'utf8')))
  const rest = Object.entries(config).filter(([name]) => !foldersOfTheBuild.includes(name))
  rmSync(file)
  const experimental = { ...config.experimental, preloadEntriesOnStart: false }
  writeFileSync(file, JSON.stringify({ config: { ...Object.fromEntries(rest), experimental } }))
}

/** npm packs no links: each becomes a folder that leads to the package itself. */
async function writeStubs(out: string, standalone: string): Promise<void> {
  const from = join(standalone, '.next', 'node_modules')
  for (const path of pathsIn(from))
    if (lstatSync(join(from, path)).isSymbolicLink()) await writeStub(join(out, '.next', 'node_modules', path), path)
}

async function writePrograms(out: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: Object.entries(programs).map(([out, source]) => ({ in: join(top, source), out })),
    outdir: join(out, 'programs'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    keepNames: true,
    legalComments: 'none',
    charset: 'utf8',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    absWorkingDir: top,
    tsconfig: join(top, 'tooling/launch/tsconfig.programs.json'),
    external,
    metafile: true,
    banner: {
      js: "import { createRequire as sealwatchRequire } from 'node:module'\nconst require = sealwatchRequire(import.meta.url)",
    },
    logLevel: 'error',
  })
  return Object.keys(metafile.inputs)
}

/**
 * Assembles the package's folder from the standalone build: the product, the programs and the command.
 * @param folder is replaced
 */
export async function assemble(folder: string): Promise<void> {
  const standalone = join(top, '.next', 'standalone')
  if (!existsSync(standalone)) throw new Error('no standalone build: SEALWATCH_BUILD=standalone next build')
  rmSync(folder, { recursive: true, force: true })
  // npm leaves out a folder of packages at the top of a package.
  const out = join(folder, 'app')
  mkdirSync(out, { recursive: true })
  await copyInto(out, standalone, '.')
  await copyInto(out, join(top, '.next', 'static'), '.next/static')
  await copyInto(out, join(top, 'public'), 'public')
  writeServerFiles(out)
  await writeStubs(out, standalone)
  const inputs = await writePrograms(out)
  cpSync(join(top, 'tooling/package/sealwatch.mjs'), join(folder, 'bin', 'sealwatch.mjs'))
  cpSync(join(top, 'tooling/package/README.md'), join(folder, 'README.md'))
  cpSync(join(top, 'LICENSE'), join(folder, 'LICENSE'))
  writeFileSync(join(folder, 'NOTICES.txt'), noticesFor(inputs))
  const project: unknown = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'))
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(packageManifest(project), null, 2)}\n`)
}

/** Bytes and number of the files in a folder. */
export function sizeOf(folder: string): { readonly files: number; readonly bytes: number } {
  const paths = pathsIn(folder)
  return { files: paths.length, bytes: paths.reduce((sum, path) => sum + lstatSync(join(folder, path)).size, 0) }
}
