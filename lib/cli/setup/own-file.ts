import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Writes a whole text to a new file that only its owner can read, and syncs it to the disk. */
function writeDraft(draft: string, text: string): void {
  const file = openSync(draft, 'wx', 0o600)
  try {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
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
export function writeOwn(file: string, text: string): void {
  const folder = dirname(file)
  const start = `${basename(file)}.draft-`
  for (const name of readdirSync(folder)) if (name.startsWith(start)) rmSync(join(folder, name), { force: true })
  const draft = join(folder, `${start}${randomUUID()}`)
  writeDraft(draft, text)
  renameSync(draft, file)
  keepName(folder)
}
