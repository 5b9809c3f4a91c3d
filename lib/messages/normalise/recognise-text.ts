import { bestEntry, type MatchHints } from '../candidates'
import { catalogue } from '../catalogue'
import type { MessageTarget, ReportedStatus } from '../entry'
import { capText, readText } from '../input'
import { markedIn } from '../markers'
import type { MessageKind } from '../types'
import { isDenied } from './denied'
import { extensionsNamedIn, unwrap, type NamedExtension, type UnwrappedText, type WrapperId } from './unwrap'

/** Places that a text may have been copied from; of two equally specific readings the earlier place counts. */
const places: readonly MessageTarget[] = [
  'status-message',
  'log-line',
  'arm-error-message',
  'client-output',
  'policy-reason',
  'handler-status',
  'vm-agent-message',
  'arm-error-code',
  'instance-view-code',
  'display-status',
]

/** The kind of a text, and its wrapping. */
export interface RecognisedText {
  readonly kind: MessageKind | null
  /** The recognised text without its wrapping; the innermost one where no text was recognised. */
  readonly text: string
  readonly within: readonly WrapperId[]
  /** Known sentences around it, outermost first. */
  readonly around: readonly MessageKind[]
  /** The extension that ARM names, where it does. */
  readonly extension: NamedExtension | null
  /** Whether the text is what another extension said, or what is said of one. */
  readonly isForeign: boolean
}

/** Words that many extensions use; inside a sentence about another extension they are not ADE's. */
const saidByMany: ReadonlySet<MessageKind> = new Set([
  'dual-enable-failed',
  'dual-none',
  'linux-settings-unreadable',
  'linux-install-succeeded',
  'linux-uninstall-succeeded',
  'linux-update-succeeded',
  'linux-handler-disable-succeeded',
])

/** Names that extensions of disk encryption have; an administrator can choose another one. */
export const isOwnName = (name: string): boolean => /AzureDiskEncryption|\bade\b|encrypt|bitlocker/i.test(name)

/** Texts that no other extension writes. */
function isOwnText(kind: MessageKind): boolean {
  const { target, origin } = catalogue[kind]
  return target === 'status-message' && origin.endsWith('-extension') && !saidByMany.has(kind)
}

/** By the type that ARM names; where it names none, by the name, unless the text is one that no other extension writes. */
function isOfOther({ name, type }: NamedExtension, kind: MessageKind | null): boolean {
  if (type !== null) return !/(?:^|\.)AzureDiskEncryption/i.test(type)
  return !isOwnName(name) && (kind === null || !isOwnText(kind))
}

/** What people write in place of a name: `<omitted key URI>`. */
const placeholder = /<[A-Za-z][^<>\n]{0,100}>/g

/** The most specific entry of all places, also where a name gave way to words; `null` where no entry fits. */
export function kindOfText(text: string, hints: MatchHints = {}): MessageKind | null {
  const kind = kindAsItStands(text, hints)
  if (kind !== null || !text.includes('<')) return kind
  const named = text.replace(placeholder, (found) => found.replaceAll(' ', '-'))
  return named === text ? null : kindAsItStands(named, hints)
}

function kindAsItStands(text: string, hints: MatchHints): MessageKind | null {
  if (text.trim() === '') return null
  const readable = readText(capText(text), false)
  const marked = markedIn(readable.text)
  let best: MessageKind | null = null
  for (const place of places) {
    const id = bestEntry(place, readable, hints, marked)
    if (id !== null && (best === null || catalogue[id].specificity > catalogue[best].specificity)) best = id
  }
  return best
}

/** Of several texts side by side, the last that names a failure or a state is the result. */
function deepest(known: readonly Known[]): Known | undefined {
  const depth = Math.max(...known.map(({ inner }) => inner.within.length))
  return known.findLast(({ inner }) => inner.within.length === depth)
}

interface Known {
  readonly inner: UnwrappedText
  readonly kind: MessageKind
  /** Its position in the list of texts. */
  readonly at: number
}

function knownIn(inside: readonly UnwrappedText[], status: ReportedStatus | null): readonly Known[] {
  return inside.flatMap((inner, at): readonly Known[] => {
    const trimmed = inner.text.trim()
    const kind = kindOfText(trimmed, { status }) ?? (status === null ? null : kindOfText(trimmed))
    const isOther = inner.extension !== null && isOfOther(inner.extension, kind)
    return kind === null || isOther ? [] : [{ inner, kind, at }]
  })
}

/**
 * The innermost known text, unless the sentence around it quotes an unknown one: then the sentence alone is not the
 * message.
 */
function chosenOf(inside: readonly UnwrappedText[], known: readonly Known[]) {
  const best = deepest(known)
  const quoted = inside.findLast(
    ({ within, extension }) =>
      within.at(-1) === 'arm-extension-sentence' && (extension === null || !isOfOther(extension, null)),
  )
  const isUnknown = best === undefined || best.inner.within.length < (quoted?.within.length ?? 0)
  const inner = (isUnknown ? quoted : best.inner) ?? inside.at(-1)
  return { inner, kind: isUnknown ? null : best.kind, isUnknown, quoted }
}

/** The extension of which a text speaks, where it names others only. */
function foreignOf(inside: readonly UnwrappedText[], kind: MessageKind | null): NamedExtension | null {
  const named = inside.flatMap(({ text }) => extensionsNamedIn(text))
  return named.every((each) => isOfOther(each, kind)) ? (named.at(-1) ?? null) : null
}

/** Whether a text says that a failure or a demand did not come; a missing message of work does not show that none runs. */
const isMissing = (kind: MessageKind | null, text: string): boolean =>
  kind !== null && catalogue[kind].severity !== 'info' && isDenied(text)

/** Fields of Azure's answers with the value `None`, which is no message there. */
const isOtherField = (kind: MessageKind | null, text: string): boolean =>
  kind === 'dual-none' &&
  /"(?:bypass|caching|identity|licenseType|networkAccessPolicy|patchMode|securityType|type)" {0,4}: {0,4}"None"/.test(
    text.slice(0, 20_000),
  )

/** Recognises one text, in whatever it stands. Never guesses: what no entry knows has no kind. Never throws. */
export function recogniseText(text: string, status: ReportedStatus | null = null): RecognisedText {
  const inside = unwrap(text)
  const known = knownIn(inside, status)
  const { inner, kind, isUnknown, quoted } = chosenOf(inside, known)
  const parents = isUnknown && quoted === undefined ? [] : (inner?.parents ?? [])
  const around = known.filter(({ at }) => parents.includes(at)).map((each) => each.kind)
  const foreign = foreignOf(inside, kind)
  return {
    kind: foreign === null && !isMissing(kind, text) && !isOtherField(kind, text) ? kind : null,
    text: inner?.text.trim() ?? text,
    within: inner?.within ?? [],
    around: [...new Set(around)].filter((each) => each !== kind),
    extension: foreign ?? inner?.extension ?? null,
    isForeign: foreign !== null,
  }
}
