// @ts-check
// Plain JavaScript, because a fresh clone has no packages installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What an operator runs to install the packages by hand. */
const byHand = 'npm ci && npm rebuild --ignore-scripts=false better-sqlite3'

const driver = 'better-sqlite3'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} Entry */

/** @param {string} file @returns {Readonly<Record<string, Entry>> | null} */
function entriesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

/** Whether npm noted, as the last step of its own installation, just the packages of the lockfile: optional ones are for other machines. @param {string} top */
function areOfLockfile(top) {
  const wanted = entriesOf(join(top, 'package-lock.json'))
  const found = entriesOf(join(top, 'node_modules', '.package-lock.json'))
  if (wanted === null || found === null) return false
  return (
    Object.keys(found).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
      const there = found[path]
      if (there === undefined) return path === '' || optional === true
      return there.version === version && there.integrity === integrity
    })
  )
}

/**
 * Why this Node cannot load the database's driver, in its own words; null where it can. Another process tries it: one that
 * loaded a driver in vain keeps it, and cannot load what is built in its place.
 * @param {string} top
 */
function driverFailure(top) {
  const file = join(top, 'node_modules', driver, 'build/Release/better_sqlite3.node')
  const load =
    'try { process.dlopen({ exports: {} }, process.argv[1]) } catch (error) { process.stdout.write(error.message) }'
  const { stdout } = spawnSync(process.execPath, ['--eval', load, file], { encoding: 'utf8' })
  return stdout === '' ? null : stdout.replaceAll('\n', ' ')
}

/** @param {string} folder */
function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @param {string} top */
export function packagesOf(top) {
  const folder = join(top, 'node_modules')
  const mark = join(folder, '.sealwatch-lock')
  const lock = createHash('sha256')
    .update(readFileSync(join(top, 'package-lock.json')))
    .digest('hex')
  /** The lockfile of the packages that a program here installed, and the kind of binaries of the Node that built theirs; an older mark has only the first. */
  const [marked, markedFor = process.versions.modules] = existsSync(mark) ? readFileSync(mark, 'utf8').split(' ') : []
  const installed = marked === lock || areOfLockfile(top)

  /**
   * Runs npm; its output goes to standard error, because standard output belongs to the program (explain prints JSON).
   * @param {readonly string[]} args
   */
  function npm(args) {
    const windows = process.platform === 'win32'
    const all = [...args, '--no-audit', '--no-fund', '--loglevel=error']
    return spawnSync(windows ? 'npm.cmd' : 'npm', all, { cwd: top, stdio: ['ignore', 2, 2], shell: windows }).status
  }

  /**
   * Builds the packages whose install script may run, for this Node. Every other package runs none.
   * @param {(name: string) => boolean} [needs]
   */
  function build(needs = () => true) {
    const { run } = JSON.parse(readFileSync(join(top, 'tooling/supply/install-scripts.json'), 'utf8'))
    const wanted = Object.keys(run).filter((name) => needs(name) && existsSync(join(folder, name)))
    return wanted.length === 0 ? 0 : npm(['rebuild', '--ignore-scripts=false', ...wanted])
  }

  /** @param {string} command @param {number | null} status */
  function endIfFailed(command, status) {
    if (status === 0) return
    process.stderr.write(`npm ${command} failed; see above.\n`)
    process.exit(status ?? 1)
  }

  const note = () => writeFileSync(mark, `${lock} ${process.versions.modules}`)

  /** Programs that need no database work without its driver; the others name what is missing. */
  function buildDriver() {
    // The mark says what was tried, not what came of it: a build takes minutes, so that it is tried once for each Node.
    if (marked === lock && markedFor === process.versions.modules) return
    const writable = isWritable(folder)
    if (driverFailure(top) === null) return marked === lock && writable ? note() : undefined
    process.stderr.write(
      writable
        ? `Building the database's driver for Node.js ${process.versions.node} …\n`
        : `${folder} has no driver of the database for Node.js ${process.versions.node}, and this user cannot write there.\n`,
    )
    const built = writable && build() === 0
    const failure = built ? driverFailure(top) : null
    if (failure !== null) process.stderr.write(`This Node.js cannot load what npm built: ${failure}\n`)
    if (!built || failure !== null)
      process.stderr.write('Without it there is no history: `npm rebuild --ignore-scripts=false better-sqlite3`\n')
    if (writable) note()
  }

  /**
   * Installs what is missing. npm removes all packages before it installs: programs of the product do not let it do so
   * beside a server or a collector that may run from this folder.
   * @param {boolean} ofProduct
   */
  function install(ofProduct) {
    if (installed) {
      buildDriver()
      // The database of the tests; the driver, which a server may have loaded, is left alone.
      if (marked !== lock && !ofProduct && isWritable(folder) && build((name) => name !== driver) === 0) note()
      return
    }
    const there = existsSync(folder)
    if ((there && ofProduct) || !isWritable(there ? folder : top)) {
      const found = there ? 'does not have the packages of package-lock.json' : 'is missing'
      process.stderr.write(`${folder} ${found}. Stop what runs from there, and install as its owner: ${byHand}\n`)
      process.exit(1)
    }
    process.stderr.write('Installing the packages of the lockfile …\n')
    endIfFailed('ci', npm(['ci', '--ignore-scripts']))
    endIfFailed('rebuild', build())
    note()
  }

  return { installed, install }
}
