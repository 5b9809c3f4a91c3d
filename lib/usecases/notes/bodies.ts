import 'server-only'
import * as z from 'zod/mini'
import type { Caller } from '@/lib/auth/caller'
import { isPlainText, longestGivenText } from '@/lib/contract/given-text'
import type { NoteAuthor, StoredNote } from '@/lib/store/notes/types'

/** What the store keeps of each kind of note. Checked again when it is read: a newer program may have written it. */
const waveBody = z.object({
  name: z.string(),
  until: z.nullable(z.string()),
  owner: z.string(),
  note: z.string(),
  /** Object id of the user who sees the wave even while no VM of it is readable; null once that user let it go. */
  creator: z.nullable(z.string()),
  /** Epoch milliseconds. */
  createdAt: z.number(),
})
export type WaveBody = z.infer<typeof waveBody>
const memberBody = z.object({ wave: z.string() })
const acknowledgementBody = z.object({ code: z.string(), note: z.string(), assignee: z.string() })

function parsed<Schema extends z.ZodMiniType>(schema: Schema, { body }: StoredNote): z.output<Schema> | null {
  try {
    const result = schema.safeParse(JSON.parse(body))
    return result.success ? result.data : null
  } catch {
    return null
  }
}

/** A saved view of the fleet: its query as the fleet's URL has it. */
const viewBody = z.object({ name: z.string(), query: z.string() })
const defaultViewBody = z.object({ view: z.string() })

export const waveOfNote = (note: StoredNote): WaveBody | null => parsed(waveBody, note)
export const memberOfNote = (note: StoredNote): string | null => parsed(memberBody, note)?.wave ?? null
export const acknowledgementOfNote = (note: StoredNote) => parsed(acknowledgementBody, note)
export const viewOfNote = (note: StoredNote) => parsed(viewBody, note)
export const defaultViewOfNote = (note: StoredNote): string | null => parsed(defaultViewBody, note)?.view ?? null

/** The body of the members of a wave; equal for all of them. */
export const memberBodyOf = (wave: string): string => JSON.stringify({ wave })

/** A user as the author of a note. The name is for display, and only as far as it is one line of plain text. */
export function authorOf({ objectId, name = null }: Caller): NoteAuthor {
  const short = name?.slice(0, longestGivenText) ?? ''
  return { id: objectId.toLowerCase(), name: isPlainText(short) ? short : null }
}
