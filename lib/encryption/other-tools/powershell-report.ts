import { sameText } from '@/lib/shared/text'
import { adePublisher, adeTypes } from '@/lib/facts/extension-types'
import type { ToolExtension, ToolExtensionView, ToolReading } from '@/lib/facts/tool-reading-types'
import type { OsType } from '@/lib/facts/types'

/** The error that stops the cmdlet, in its own words or those of .NET. */
export const cmdletErrors = {
  nullReference: 'Object reference not set to an instance of an object.',
  index: 'Index was out of range. Must be non-negative and less than the size of the collection.',
  argumentNull: 'Value cannot be null.',
  key: 'The given key was not present in the dictionary.',
  json: 'The sub-status is not a JSON object of texts.',
  word: (text: string) => `Requested value '${text}' was not found.`,
} as const

export const statusNotAvailable = 'Extension status not available on the VM'

/** Every value that the cmdlet can show for a volume; case-sensitive. */
const cmdletWords = [
  'Encrypted',
  'NotEncrypted',
  'NotMounted',
  'DecryptionInProgress',
  'EncryptionInProgress',
  'VMRestartPending',
  'Unknown',
  'NoDiskFound',
] as const
export type CmdletWord = (typeof cmdletWords)[number]

/** Either a value or the cmdlet's error. */
export type Outcome<T> = { readonly value: T } | { readonly error: string }

export function findExtension({ extensions }: ToolReading, os: OsType): ToolExtension | null {
  return (
    extensions.find(({ publisher, type }) => sameText(publisher, adePublisher) && sameText(type, adeTypes[os])) ?? null
  )
}

/** The cmdlet finds only an extension with the default name. */
export function findView({ extensionViews }: ToolReading, os: OsType): ToolExtensionView | null {
  return (
    extensionViews.find(
      ({ name, type }) =>
        (type ?? '').toLowerCase().startsWith(adePublisher.toLowerCase()) && sameText(name, adeTypes[os]),
    ) ?? null
  )
}

export function progressMessage(view: ToolExtensionView | null): string {
  const status = view?.statuses?.[0]
  if (status === undefined) return statusNotAvailable
  return status.message !== null && status.message.trim() !== '' ? status.message : (status.displayStatus ?? '')
}

/** The sub-status as the cmdlet reads it; null where it finds no sub-status. */
export function readSubstatus(view: ToolExtensionView | null): Outcome<ReadonlyMap<string, string | null>> | null {
  if ((view?.statuses?.length ?? 0) === 0) return null
  const substatus = view?.substatuses?.[0]
  if (substatus === undefined) return null
  if (substatus.message === null) return { error: cmdletErrors.argumentNull }
  return parseTexts(substatus.message)
}

function parseTexts(text: string): Outcome<ReadonlyMap<string, string | null>> {
  try {
    const parsed: unknown = text.trim() === '' ? null : JSON.parse(text)
    if (parsed === null) return { error: cmdletErrors.nullReference }
    if (typeof parsed !== 'object' || Array.isArray(parsed)) return { error: cmdletErrors.json }
    const words = new Map<string, string | null>()
    for (const [key, value] of Object.entries(parsed)) {
      const word = scalarText(value)
      if (word === undefined) return { error: cmdletErrors.json }
      words.set(key, word)
    }
    return { value: words }
  } catch {
    return { error: cmdletErrors.json }
  }
}

/** A JSON scalar as text; `undefined` for an object or an array, which the cmdlet cannot read. */
function scalarText(value: unknown): string | null | undefined {
  if (value === null || typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : undefined
}

/** A word of the sub-status; `null` where the key is missing. */
export function readCmdletWord(
  words: ReadonlyMap<string, string | null>,
  key: 'os' | 'data',
): Outcome<CmdletWord> | null {
  const text = words.get(key)
  if (text === undefined) return null
  if (text === null) return { error: cmdletErrors.argumentNull }
  const word = cmdletWords.find((candidate) => candidate === text.trim())
  return word === undefined ? { error: cmdletErrors.word(text) } : { value: word }
}
