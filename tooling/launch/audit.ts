import { spawnSync } from 'node:child_process'
import { readAudit } from '../supply/audit'
import { top } from './paths'

/**
 * `npm run -s check:audit`: asks the registry for known vulnerabilities of the product's packages. 0: none is high or critical,
 * 1: at least one is, 3: the registry did not answer, so the result is unknown.
 */
function audit(): number {
  const windows = process.platform === 'win32'
  const args = ['audit', '--json', '--omit=dev', '--audit=true']
  const done = spawnSync(windows ? 'npm.cmd' : 'npm', args, {
    cwd: top,
    encoding: 'utf8',
    shell: windows,
    timeout: 120_000,
  })
  const read = readAudit(done.stdout)
  if (read.kind === 'not-answered') {
    process.stdout.write(`NOT ANSWERED: ${read.why}\n`)
    return 3
  }
  for (const line of [...read.severe, ...read.others]) process.stdout.write(`${line}\n`)
  process.stdout.write(`${read.severe.length} high or critical, ${read.others.length} others\n`)
  return read.severe.length === 0 ? 0 : 1
}

process.exitCode = audit()
