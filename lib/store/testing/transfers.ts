import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Database } from '@/lib/config/history-config'
import { openStore, type Store } from '../store'
import { withSnapshot } from '../transfer/read'
import { tablesOf } from '../transfer/tables'
import { checksumOf, type Checksum } from '../transfer/transfer'
import { testConfig } from './databases-config'
import { fillEveryKind } from './every-kind'

export const place = (database: Database) => ({ config: testConfig(database), password: null })

/** Rows and checksum of every table, read independently of a transfer. */
export async function contentOf(store: Store): Promise<Record<string, Checksum>> {
  const tables = await tablesOf(store)
  return withSnapshot('source', store, async (source) => {
    const found: Record<string, Checksum> = {}
    for (const table of tables) found[table.name] = await checksumOf(source, table)
    return found
  })
}

/** Fills an empty database with rows of every kind. */
export async function filled(made: Database): Promise<Database> {
  const opened = await openStore(testConfig(made))
  if (!opened.ok) throw new Error(opened.failure.kind)
  await fillEveryKind(opened.value, Date.now())
  await opened.value.close()
  return made
}

const tsconfig = fileURLToPath(new URL('../../../tooling/launch/tsconfig.programs.json', import.meta.url))
const top = fileURLToPath(new URL('../../..', import.meta.url))

interface Running {
  readonly child: ChildProcessByStdio<null, Readable, null>
  /** The signal that ended it, or its exit code. */
  readonly ended: Promise<string>
}

const programs = {
  transferrer: new URL('transferrer.ts', import.meta.url),
  writer: new URL('writer.ts', import.meta.url),
}

/** Starts a program of this folder. */
export function program(name: keyof typeof programs, ...args: string[]): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(programs[name]), ...args], {
    cwd: top,
    env: { ...process.env, TSX_TSCONFIG_PATH: tsconfig },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.resume()
  const ended = new Promise<string>((resolve) => {
    child.on('close', (code, signal) => resolve(signal ?? String(code)))
  })
  return { child, ended }
}

/** Asks until it is so, or the program has ended. */
export async function untilSo({ ended }: Running, isSo: () => Promise<boolean> | boolean): Promise<void> {
  const state: { isOver: boolean } = { isOver: false }
  void ended.then(() => (state.isOver = true))
  while (!state.isOver && !(await isSo())) await new Promise(setImmediate)
}
