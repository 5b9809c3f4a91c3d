// @ts-check
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const keptMs = 24 * 60 * 60_000

/**
 * Writes a file into a folder, safely with concurrent writers, and deletes files older than a day.
 * @param {string} folder
 * @param {string} file
 * @param {Uint8Array} contents
 */
function place(folder, file, contents) {
  if (existsSync(join(folder, file))) return
  const half = join(folder, `${file}.${randomUUID()}`)
  writeFileSync(half, contents, { flag: 'wx', mode: 0o600 })
  renameSync(half, join(folder, file))
  for (const name of readdirSync(folder)) {
    const old = join(folder, name)
    if (Date.now() - (statSync(old, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > keptMs)
      rmSync(old, { force: true })
  }
}

/**
 * Bundles a program with the product's code into one file; packages stay outside. Loading a program file by file takes four
 * times as long as bundling and loading one file. The file name is a hash of its contents, so that no process reads a partial file.
 * @param {string} top
 * @param {string} program the path of its first file, from the top
 * @returns {Promise<string>} the address to import
 */
export async function bundled(top, program) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [join(top, program)],
    outdir: 'out',
    write: false,
    bundle: true,
    packages: 'external',
    alias: { 'server-only': join(top, 'tooling/server-only-in-tests.ts') },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'external',
    absWorkingDir: top,
    tsconfig: join(top, 'tsconfig.json'),
    logLevel: 'error',
  })
  const folder = join(top, '.sealwatch', 'programs')
  mkdirSync(folder, { recursive: true })
  const [map, script] = [
    outputFiles.find(({ path }) => path.endsWith('.map')),
    outputFiles.find(({ path }) => path.endsWith('.js')),
  ]
  if (map === undefined || script === undefined) throw new Error(`${program} gave no bundle`)
  const name = createHash('sha256').update(script.contents).digest('hex').slice(0, 20)
  place(folder, `${name}.mjs.map`, map.contents)
  place(
    folder,
    `${name}.mjs`,
    Buffer.concat([script.contents, Buffer.from(`\n//# sourceMappingURL=${name}.mjs.map\n`)]),
  )
  // Stack traces name the source file, not the bundle.
  process.setSourceMapsEnabled(true)
  return pathToFileURL(join(folder, `${name}.mjs`)).href
}
