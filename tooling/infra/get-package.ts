import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

/** A package that only a test needs: no dependency of the project. */
export interface PackageSource {
  /** `name@version` */
  readonly source: string
  /** As the registry states it. */
  readonly integrity: string
}

/**
 * Fetches a package from the registry and unpacks a part of it.
 * @param part path in the archive, which begins with `package`
 * @returns whether the registry gave it
 * @throws where it has other bytes than the stated ones
 */
export function unpackPackage({ source, integrity }: PackageSource, into: string, part: string): boolean {
  const packed = spawnSync('npm', ['pack', source, '--json', '--loglevel=error'], { cwd: into, encoding: 'utf8' })
  if (packed.status !== 0) return false
  const [made] = z.tuple([z.object({ filename: z.string() })]).parse(JSON.parse(packed.stdout))
  const file = join(into, made.filename)
  if (`sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}` !== integrity)
    throw new Error(`${source} has other bytes than before`)
  return spawnSync('tar', ['-xzf', file, '-C', into, part]).status === 0
}
