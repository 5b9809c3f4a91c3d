// @ts-check
// The one entry point of `npm run demo | dev | test | explain | simulator | …`. Plain JavaScript, because a fresh clone has no
// packages installed. It checks Node, installs exactly the lockfile's packages, then runs the TypeScript program.
import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { guardOutput } from '../../lib/cli/output.mjs'
import { followParent } from './follow-parent.mjs'
import { packagesOf } from './packages.mjs'
import { programs } from './programs.mjs'

guardOutput()

/** Ends the program; a failure of its output is reported first. @param {number} code */
async function endWith(code) {
  await new Promise((resolve) => setImmediate(resolve))
  process.exit(code)
}

const top = fileURLToPath(new URL('../..', import.meta.url))

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  process.stderr.write(`Sealwatch needs Node.js 20.19 or newer; this is ${process.versions.node}.\n`)
  process.exit(2)
}

/** The folder of databases, keys of the fake Azure and bundles is for its owner alone, also where it exists already. */
function keepFolderPrivate() {
  const folder = join(top, '.sealwatch')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
  } catch {
    // A place that this user may not write: then nothing is written there.
  }
}

const packages = packagesOf(top)

const [name = '', ...rest] = process.argv.slice(2)
const chosen = programs[name]
if (chosen === undefined) {
  const isHelp = name === '--help' || name === '-h'
  const wrong = isHelp || name === '' ? '' : `${name}: is no program of Sealwatch\n\n`
  const width = Math.max(...Object.keys(programs).map((one) => one.length))
  const lines = Object.entries(programs).map(([one, { does }]) => `  ${one.padEnd(width)}  ${does}\n`)
  const usage = `${wrong}Usage: node tooling/launch/run.mjs PROGRAM [arguments]\n\n${lines.join('')}`
  process[isHelp ? 'stdout' : 'stderr'].write(usage)
  await endWith(isHelp ? 0 : 2)
}
const program = chosen.file
// Help never installs anything: before the packages are there, it is a line.
if (rest.some((one) => one === '--help' || one === '-h') && !(chosen.explains === true && packages.installed)) {
  const more =
    chosen.explains === true
      ? '\nThe options are listed once the packages are installed (npm ci, or any other start).\n'
      : ''
  process.stdout.write(`${name}: ${chosen.does}\n${more}`)
  await endWith(0)
}
const wrong = chosen.flags === undefined ? undefined : rest.find((one) => chosen.flags?.includes(one) !== true)
if (wrong !== undefined) {
  process.stderr.write(`${wrong}: is no argument of ${name}\n`)
  process.exit(2)
}
checkNode()
followParent()
keepFolderPrivate()
packages.install(chosen.bundled === true)
process.argv = [process.argv[0] ?? 'node', join(top, program), ...rest]
/** Null if it is loaded file by file: tools, and a folder that this user may not write. */
async function bundle() {
  if (chosen?.bundled !== true) return null
  const { bundled } = await import('./bundle.mjs')
  return bundled(top, program).catch(() => null)
}

/** Programs that are loaded file by file keep what they compile in the folder for temporary files. */
function checkTemporaryFolder() {
  try {
    accessSync(tmpdir(), constants.W_OK | constants.X_OK)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'EIO'
    process.stderr.write(
      `${tmpdir()}: this folder for temporary files cannot be written (${code}); set TMPDIR to another\n`,
    )
    process.exit(2)
  }
}

const address = await bundle()
if (address === null) {
  checkTemporaryFolder()
  const { register } = await import('tsx/esm/api')
  // The programs are servers themselves: `server-only`, which throws outside Next's server build, is empty for them.
  register({ tsconfig: join(top, 'tooling/launch/tsconfig.programs.json') })
}
try {
  await import(address ?? pathToFileURL(join(top, program)).href)
} catch (error) {
  // An argument that the program does not know, as `node:util` names it.
  if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
