import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import type { Database } from '@/lib/config/history-config'
import { readTimeline } from '../read-timeline'
import type { Store } from '../store'
import { moving, observation, startOfTime, vmIdOf } from './observations'

const here = fileURLToPath(new URL('../../..', import.meta.url))

export interface Writer {
  readonly process: ChildProcess
  /** Seconds after the start of time that it acknowledged. */
  readonly acknowledged: readonly number[]
  /** Resolves once it has acknowledged so many; rejects with what it wrote if it ends before. */
  readonly after: (count: number) => Promise<void>
  /** Resolves with what it wrote to standard error. */
  readonly ended: Promise<string>
}

/**
 * Starts `writer.ts`, which writes until it is killed.
 * @param version the folder of the project's version that it is of; this one if absent
 */
export function startWriter(database: Database, writer: number, version = here): Writer {
  const program = join(version, 'lib/store/testing/writer.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(database), String(writer)], {
    cwd: version,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(version, 'tooling/launch/tsconfig.programs.json') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const acknowledged: number[] = []
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const lines = createInterface({ input: child.stdout }).on('line', (line) => acknowledged.push(Number(line)))
  const ended = new Promise<string>((resolve) => child.on('close', () => resolve(complaint)))
  const after = (count: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        if (acknowledged.length >= count) resolve()
      }
      lines.on('line', check)
      check()
      void ended.then((text) => reject(new Error(text)))
    })
  return { process: child, acknowledged, after, ended }
}

/** Reads the observations of a VM. @returns whether one covers that second after the start of time */
export async function observedSeconds(store: Store, name: string): Promise<(second: number) => boolean> {
  const read = await readTimeline(store, observation(0, moving(0), { id: vmIdOf(name), vmId: name }), 0)
  if (!read.ok) throw new Error(read.failure.kind)
  if (read.value.unreadable > 0) throw new Error(`${read.value.unreadable} unreadable observations of ${name}`)
  const rows = read.value.observations
  return (second) => {
    const at = new Date(startOfTime + second * 1000).toISOString()
    return rows.some((row) => row.firstSeen <= at && at <= row.lastSeen)
  }
}
