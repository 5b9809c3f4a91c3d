import { readFileSync, rmSync } from 'node:fs'
import * as z from 'zod'
import { writeOwn } from './own-file'

/**
 * What was made just now, by this run or by one that was interrupted: the directory may not show it yet, and refuses
 * requests about it. Marks are written down before anything is made, so that a run that was killed is known to the next.
 */
export interface Recent {
  /** Ids of objects, in whatever request they are named. */
  readonly ids: Set<string>
  /** Marks of registrations and names of secrets that were begun and may be there. */
  readonly begun: ReadonlySet<string>
  readonly begin: (mark: string) => void
  /** Microsoft Graph refused it, or it was removed: it is not there. */
  readonly refused: (mark: string) => void
  /** Everything is in the environment file. */
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
 * What the runs before this one began, from a note beside the environment file.
 * @param dryRun nothing is written
 */
export function recentOf(environmentFile: string, tenantId: string, dryRun: boolean): Recent {
  const file = `${environmentFile}.setup`
  const begun = new Set(read(file, tenantId))
  const write = (): void => {
    if (!dryRun) writeOwn(file, `${JSON.stringify({ tenantId, begun: [...begun] })}\n`)
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
      write()
    },
    end: () => {
      if (!dryRun) rmSync(file, { force: true })
    },
  }
}
