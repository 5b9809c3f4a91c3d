import 'server-only'
import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { TransferSide } from '@/lib/shared/transfer-failures'
import type { OpenDatabase } from '../dialect'
import { openUnfinished } from '../sqlite'
import { migrateSide } from './places'
import { onSide } from './side'

function flush(path: string): void {
  const descriptor = openSync(path, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** So that the new name is on the disk too. Windows has no such call for folders. */
function flushFolder(file: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(dirname(file), 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

interface NewFile<T> {
  readonly side: TransferSide
  readonly file: string
  readonly maxBytes: number
  /** Writes the rows. */
  readonly fill: (database: OpenDatabase) => Promise<T>
  /** Called before the file gets its name. */
  readonly ready: () => void
}

async function filled<T>(unfinished: string, { side, maxBytes, fill }: NewFile<T>): Promise<T> {
  const database = await openUnfinished(unfinished, maxBytes)
  try {
    await migrateSide(side, database)
    return await fill(database)
  } finally {
    await database.db.destroy()
  }
}

/**
 * Makes a SQLite file with this program's schema that has its name once it is whole, and never before. Only its owner can
 * read it. What a killed program leaves ends with `.unfinished`.
 */
export function makeFile<T>(wanted: NewFile<T>): Promise<T> {
  const { side, file, ready } = wanted
  const unfinished = `${file}.${randomBytes(4).toString('hex')}.unfinished`
  return onSide(side, async () => {
    closeSync(openSync(unfinished, 'wx', 0o600))
    try {
      const done = await filled(unfinished, wanted)
      flush(unfinished)
      ready()
      renameSync(unfinished, file)
      flushFolder(file)
      return done
    } catch (error) {
      rmSync(unfinished, { force: true })
      throw error
    }
  })
}
