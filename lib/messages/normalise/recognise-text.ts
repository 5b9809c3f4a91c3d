import { bestEntry, type MatchHints } from '../candidates'
import { catalogue } from '../catalogue'
import type { MessageTarget, ReportedStatus } from '../entry'
import { capText, readText } from '../input'
import type { MessageKind } from '../types'
import { unwrap, type UnwrappedText, type WrapperId } from './unwrap'

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
  /** The extension that ARM names, if any. */
  readonly extension: UnwrappedText['extension']
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

function isOfOther(kind: MessageKind, extension: UnwrappedText['extension']): boolean {
  if (extension === null) return false
  if (extension.type !== null) return !/^AzureDiskEncryption/i.test(extension.type)
  return saidByMany.has(kind) && !/AzureDiskEncryption|ADE/i.test(extension.name)
}

/** The most specific entry of all places; `null` where no entry fits. */
export function kindOfText(text: string, hints: MatchHints = {}): MessageKind | null {
  if (text.trim() === '') return null
  const readable = readText(capText(text), false)
  let best: MessageKind | null = null
  for (const place of places) {
    const id = bestEntry(place, readable, hints)
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
    return kind === null || isOfOther(kind, inner.extension) ? [] : [{ inner, kind, at }]
  })
}

/**
 * The innermost known text, unless the sentence around it quotes an unknown one: then the sentence alone is not the
 * message.
 */
function chosenOf(inside: readonly UnwrappedText[], known: readonly Known[]) {
  const best = deepest(known)
  const quoted = inside.findLast(({ within }) => within.at(-1) === 'arm-extension-sentence')
  const isUnknown = best === undefined || best.inner.within.length < (quoted?.within.length ?? 0)
  const inner = (isUnknown ? quoted : best.inner) ?? inside.at(-1)
  return { inner, kind: isUnknown ? null : best.kind, isUnknown, quoted }
}

/** Recognises one text in any wrapping. Never guesses: a text without an entry has no kind. Never throws. */
export function recogniseText(text: string, status: ReportedStatus | null = null): RecognisedText {
  const inside = unwrap(text)
  const known = knownIn(inside, status)
  const { inner, kind, isUnknown, quoted } = chosenOf(inside, known)
  const parents = isUnknown && quoted === undefined ? [] : (inner?.parents ?? [])
  const around = known.filter(({ at }) => parents.includes(at)).map((each) => each.kind)
  return {
    kind,
    text: inner?.text.trim() ?? text,
    within: inner?.within ?? [],
    around: [...new Set(around)].filter((each) => each !== kind),
    extension: inner?.extension ?? null,
  }
}
