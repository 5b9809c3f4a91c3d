import { spawnSync } from 'node:child_process'
import { top } from '../launch/paths'
import type { Lockfile } from './lockfile'
import { settledBill, type Bill } from './sbom'

/** Lets npm write the bill of materials of the product's packages, from the lockfile only. */
export function makeBill(lock: Lockfile): Bill {
  const windows = process.platform === 'win32'
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only']
  const done = spawnSync(windows ? 'npm.cmd' : 'npm', args, {
    cwd: top,
    encoding: 'utf8',
    shell: windows,
    maxBuffer: 64 * 1024 * 1024,
  })
  if (done.status !== 0) throw new Error(`npm sbom failed: ${done.stderr}`)
  return settledBill(done.stdout, lock)
}
