import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import * as z from 'zod'
import { contextOf } from '../image/dockerfile'
import { changesOf, checksumsOf, provenanceOf } from '../release/contents'
import { top } from './paths'
import { run, stopAll } from './processes'
import { runner } from './servers'

const folder = join(top, 'release')
const textOf = (name: string): string => readFileSync(join(top, name), 'utf8')

function git(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: top, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr.trim()}`)
  return stdout.trim()
}

async function program(name: string): Promise<void> {
  const code = await run(name, process.execPath, [runner, name], { quiet: true })
  if (code !== 0) throw new Error(`${name} failed`)
}

/** What stands against publishing these files; they are made all the same. */
function obstaclesOf(version: string, isUnreleased: boolean): readonly string[] {
  const changed = git('status', '--porcelain')
  return [
    ...(changed === '' ? [] : ['the project has changes that are in no commit; the package contains them']),
    ...(isUnreleased ? [`CHANGELOG.md still calls ${version} unreleased`] : []),
    ...(git('tag', '--points-at', 'HEAD').split('\n').includes(`v${version}`) ? [] : [`HEAD has no tag v${version}`]),
  ]
}

/**
 * `npm run release`: makes every file of a release in `release` and publishes nothing. The package, its bill of materials,
 * what the image is built from, the changes, an unsigned provenance and the checksums.
 */
async function release(): Promise<number> {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(textOf('package.json')))
  const changes = changesOf(textOf('CHANGELOG.md'), version)
  if (changes === null) throw new Error(`CHANGELOG.md has no section ${version}`)
  const commit = git('rev-parse', 'HEAD')
  const obstacles = obstaclesOf(version, changes.isUnreleased)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const name = `sealwatch-${version}`
  const [packed, bill, image] = [`${name}.tgz`, `${name}.cdx.json`, `${name}-image-context.tar.gz`]
  const from = ['Dockerfile', '.dockerignore', ...contextOf(textOf('.dockerignore'))]
  git('archive', '--format=tar.gz', `--output=${join(folder, image)}`, commit, '--', ...from)
  await program('sbom')
  renameSync(join(top, '.sealwatch', 'sbom', 'sealwatch.cdx.json'), join(folder, bill))
  await program('package')
  renameSync(join(top, packed), join(folder, packed))
  writeFileSync(join(folder, 'CHANGES.md'), changes.text)
  const artifactOf = (file: string) => ({ name: file, bytes: readFileSync(join(folder, file)) })
  const made = [packed, bill, image, 'CHANGES.md'].map(artifactOf)
  const provenance = `${name}.provenance.json`
  writeFileSync(join(folder, provenance), `${JSON.stringify(provenanceOf(made, { version, commit }), null, 2)}\n`)
  writeFileSync(join(folder, 'SHA256SUMS'), checksumsOf([...made, artifactOf(provenance)]))
  process.stdout.write(
    `${relative(top, folder)}: ${made.map((each) => each.name).join(', ')}, ${provenance}, SHA256SUMS\n`,
  )
  for (const each of obstacles) process.stdout.write(`Not to be published: ${each}\n`)
  return process.argv.includes('--strict') && obstacles.length > 0 ? 1 : 0
}

try {
  process.exitCode = await release()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  stopAll()
}
