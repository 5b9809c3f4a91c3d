import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system of its own, which can be full or read-only without harm to any other. */
export interface SmallDisk {
  readonly folder: string
  /** Uses all space that is left; `free` gives it back. */
  readonly fill: () => void
  readonly free: () => void
  /** From now on files cannot be opened for writing here; open ones keep working. */
  readonly forbidWriting: () => void
  readonly allowWriting: () => void
  readonly remove: () => void
}

const did = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0

function must(command: string, ...args: string[]): void {
  if (!did(command, ...args)) throw new Error(`${command} ${args.join(' ')} failed`)
}

function fill(file: string): void {
  const descriptor = openSync(file, 'w')
  // The last bytes too: the database needs few.
  for (const size of [65_536, 4096, 512, 1]) {
    try {
      for (;;) writeSync(descriptor, Buffer.alloc(size))
    } catch {
      // Full for this size.
    }
  }
  closeSync(descriptor)
}

/** Mounts a file system of some megabytes in memory. Null where this user may not: then such a test was not run. */
export function smallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'sealwatch-disk-'))
  if (!did('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)) {
    rmSync(folder, { recursive: true })
    return null
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => fill(filler),
    free: () => rmSync(filler),
    forbidWriting: () => {
      must('mount', '--bind', folder, folder)
      must('mount', '-o', 'remount,bind,ro', folder)
    },
    allowWriting: () => must('umount', folder),
    remove: () => {
      must('umount', '--lazy', folder)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
