import { readFileSync, rmSync } from 'node:fs'
import * as z from 'zod'
import { fileErrorCode, writeOwn } from '@/lib/config/own-file'

/**
 * Objects that this run or an interrupted one has just created: the directory may not show them yet, and refuses
 * requests about them. Marks are written before an object is created, so that the next run knows of a run that was
 * killed.
 */
export interface Recent {
  /** Ids of objects, in any request that names them. */
  readonly ids: Set<string>
  /** Marks of registrations and names of secrets whose creation began and that may exist. */
  readonly begun: ReadonlySet<string>
  readonly begin: (mark: string) => void
  /** Microsoft Graph refused it, or it was removed: it does not exist. */
  readonly refused: (mark: string) => void
  /** The environment file contains everything. */
  readonly end: () => void
}

const noteSchema = z.object({ tenantId: z.string(), begun: z.array(z.string()) })

function read(file: string, tenantId: string): string[] {
  try {
    const note = noteSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return note.tenantId === tenantId ? note.begun : []
  } catch {
    return []
  }
}

/**
 * What earlier runs began, from a note beside the environment file.
 * @param dryRun writes nothing
 */
export function recentOf(environmentFile: string, tenantId: string, dryRun: boolean): Recent {
  const file = `${environmentFile}.setup`
  const begun = new Set(read(file, tenantId))
  const write = (): void => {
    if (!dryRun) writeOwn(file, `${JSON.stringify({ tenantId, begun: [...begun] })}\n`)
  }
  /** A mark that cannot be removed costs the next run a wait, and nothing else. */
  const tryTo = (change: () => void): void => {
    try {
      if (!dryRun) change()
    } catch (error) {
      if (fileErrorCode(error) === null) throw error
    }
  }
  return {
    ids: new Set(),
    begun,
    begin: (mark) => {
      begun.add(mark)
      write()
    },
    refused: (mark) => {
      begun.delete(mark)
      tryTo(write)
    },
    end: () => tryTo(() => rmSync(file, { force: true })),
  }
}
