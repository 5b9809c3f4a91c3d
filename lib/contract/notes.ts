import * as z from 'zod/mini'
import { givenText, hasHalfPair, longestGivenText } from './given-text'
import { historyFailures } from './history-failures'

/** Longest name of a wave, and longest note of a wave or an acknowledgement, in UTF-16 units. */
export const longestWaveName = 60
export const longestNote = 500
/** Most VMs and disks in one request: as many as one query of Resource Graph names. */
export const mostNoted = 100

const noteCharacters =
  // oxlint-disable-next-line no-control-regex -- these are the characters that a note must not have
  /^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]*$/

/** A note can have several lines, and can be empty; otherwise the characters of a given text. */
const noteText = z.string().check(
  z.maxLength(longestNote),
  z.regex(noteCharacters),
  z.refine((text) => !hasHalfPair(text)),
)
/** A user, a team or a ticket, as its author wrote it; empty for none. */
const nameText = z.union([z.literal(''), givenText.check(z.maxLength(longestGivenText))])
/** Need and problem that are acknowledged: `fix.boot-partition`. */
const problemCode = z.string().check(z.regex(/^[a-z]+\.[a-z0-9-]{1,80}$/))
const armId = z.string().check(z.minLength(1), z.maxLength(500))
const version = z.nullable(z.string().check(z.minLength(1), z.maxLength(60)))
/** Day by which the wave is to be finished, `2027-06-30`; null where it is not set. */
const day = z.nullable(z.iso.date())

const waveFields = {
  name: givenText.check(z.maxLength(longestWaveName)),
  until: day,
  owner: nameText,
  note: noteText,
}
const acknowledgementFields = { code: problemCode, note: noteText, assignee: nameText }

const change = {
  /** Send it with the next change: a change of another version is refused. */
  version: z.string(),
  /** Who changed it last. The name is missing where the directory did not state it. */
  by: z.object({ id: z.string(), name: z.nullable(z.string()) }),
  /** ISO time. */
  at: z.string(),
}

const waveSchema = z.object({ id: z.string(), ...waveFields, ...change })
export type SharedWave = z.infer<typeof waveSchema>

const memberSchema = z.object({
  /** ARM id of the VM or disk, lower case. */
  id: z.string(),
  /** Null where its wave no longer exists. */
  wave: z.nullable(z.string()),
  version: z.string(),
})

const acknowledgementSchema = z.object({ id: z.string(), ...acknowledgementFields, ...change })
export type Acknowledgement = z.infer<typeof acknowledgementSchema>

/** Answer of `GET /api/v1/notes`: what users of the tenant noted about VMs and disks that the caller can read now. */
export const noteListSchema = z.object({
  /** Null when the store is available; otherwise nothing is known. */
  failure: z.nullable(z.enum(historyFailures)),
  /** False when some VMs or disks could not be listed: their notes may be missing. */
  complete: z.boolean(),
  /** Those with a VM or disk that the caller can read, and those that the caller created; the oldest first. */
  waves: z.array(waveSchema),
  members: z.array(memberSchema),
  acknowledgements: z.array(acknowledgementSchema),
})
export type NoteList = z.infer<typeof noteListSchema>

/** Body of `PUT /api/v1/notes`: notes the same about VMs or disks, about all of them or about none. */
export const noteChangeSchema = z.strictObject({
  note: z.discriminatedUnion('kind', [
    /** Null takes them out of their waves. */
    z.strictObject({ kind: z.literal('member'), wave: z.nullable(z.guid()) }),
    /** Null withdraws the acknowledgement. */
    z.strictObject({
      kind: z.literal('acknowledgement'),
      acknowledgement: z.nullable(z.strictObject(acknowledgementFields)),
    }),
  ]),
  /** Each with the version of the note that the caller saw; null where there was none. */
  vms: z.array(z.strictObject({ id: armId, version })).check(z.minLength(1), z.maxLength(mostNoted)),
})
export type NoteChange = z.infer<typeof noteChangeSchema>

/** Body of `PUT /api/v1/waves/{id}`: creates a wave under an id that the caller chose, or changes it. */
export const waveChangeSchema = z.strictObject({ version, ...waveFields })
export type WaveChange = z.infer<typeof waveChangeSchema>

/** Answer to changes of notes and waves. Neither a version nor a failure: there are too many. */
export const noteSavedSchema = z.object({
  failure: z.nullable(z.enum(historyFailures)),
  /** Of all notes that the request changed; empty where they are deleted. */
  version: z.nullable(z.string()),
  /** ISO time of the change, by Azure's clock like the observations; null without a version. */
  at: z.nullable(z.string()),
})
export type NoteSaved = z.infer<typeof noteSavedSchema>
