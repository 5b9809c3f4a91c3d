import 'server-only'
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The content of a file: a text, or its pieces, which are made one after the other. */
type Content = string | Iterable<string | Uint8Array>

/** Writes everything to a new file that only its owner can read, and syncs it to the disk; leaves no part of it. */
function writeDraft(draft: string, content: Content): void {
  const file = openSync(draft, 'wx', 0o600)
  try {
    for (const piece of typeof content === 'string' ? [content] : content) {
      const bytes = Buffer.from(piece)
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
    }
    fsyncSync(file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
}

/** The system's code of a failure with a file, such as `EACCES`; null for any other failure. */
export function fileErrorCode(error: unknown): string | null {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null
}

/**
 * Makes a folder and the missing ones above it, for their owner alone. Node's own recursion never ends where a system refuses
 * a folder as missing though the one above exists, as `/proc` does:
 * https://github.com/nodejs/node/blob/v20.19.0/src/node_file.cc#L1644-L1667
 * @throws what the system says, with its code
 */
export function makeFolder(folder: string): void {
  const isFolder = (): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true
  if (isFolder()) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another program may have made it meanwhile.
    if (!isFolder()) throw error
  }
}

/** The file's text; empty where the file does not exist yet. Throws where it exists and cannot be read. */
export function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return ''
    throw error
  }
}

const draftOf = (file: string): string => join(dirname(file), `${basename(file)}.draft-${randomUUID()}`)

/**
 * Why `writeOwn` could not replace a file now, as the system's code: the folder is missing, read-only or full, or the
 * name is not one of a readable file. Null where it can. Writes and removes a draft.
 */
export function whyUnwritable(file: string): string | null {
  const draft = draftOf(file)
  try {
    if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) return 'EISDIR'
    textOf(file)
    writeDraft(draft, '#'.repeat(65_536))
    rmSync(draft)
    return null
  } catch (error) {
    return fileErrorCode(error) ?? 'EIO'
  }
}

/** Makes the new name survive a loss of power. Windows cannot open folders, and keeps names itself. */
function keepName(folder: string): void {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/**
 * Writes a file whole or not at all, readable for its owner only from the first byte on: at every moment of a kill, the
 * file is the old one or the new one. Drafts of a killed run, which may contain a secret, are removed first.
 */
export function writeOwn(file: string, content: Content): void {
  const folder = dirname(file)
  const start = `${basename(file)}.draft-`
  for (const name of readdirSync(folder)) if (name.startsWith(start)) rmSync(join(folder, name), { force: true })
  const draft = draftOf(file)
  writeDraft(draft, content)
  try {
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  keepName(folder)
}
