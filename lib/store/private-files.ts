import 'server-only'
import { chmodSync, closeSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from '@/lib/config/own-file'

const sticky = 0o1000

/**
 * Ends the access of other users of this machine. A path that belongs to another user stays as it is: a volume can have
 * an owner that only the platform changes.
 */
function closeToOthers(path: string, mode: number): void {
  const found = statSync(path, { throwIfNoEntry: false })
  // A folder with the sticky bit, such as /tmp, is for all users.
  if (found === undefined || (found.mode & 0o077) === 0 || (found.mode & sticky) !== 0) return
  try {
    chmodSync(path, mode)
  } catch {
    // Not the owner, or a file system without modes.
  }
}

/**
 * Makes the folder of a SQLite database and its files readable for their owner alone, also where they exist already:
 * SQLite creates files as the umask allows, and gives the write-ahead log the mode of the database.
 * @throws what the file system throws where the folder or the file cannot be created
 */
export function keepPrivate(file: string): void {
  const folder = dirname(file)
  makeFolder(folder)
  closeToOthers(folder, 0o700)
  closeSync(openSync(file, 'a', 0o600))
  for (const each of [file, `${file}-wal`, `${file}-shm`]) closeToOthers(each, 0o600)
}
