import { bestEntry, type MatchHints } from '../candidates'
import { catalogue } from '../catalogue'
import type { MessageTarget, ReportedStatus } from '../entry'
import { capText, readText } from '../input'
import type { MessageKind } from '../types'
import { unwrap, type UnwrappedText, type WrapperId } from './unwrap'

/** Where a text may have been copied from; of two readings that are equally exact the earlier place counts. */
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

/** What a text is, and what it stood in. */
export interface RecognisedText {
  readonly kind: MessageKind | null
  /** The text that was recognised, without what stood around it; the innermost where none was. */
  readonly text: string
  readonly within: readonly WrapperId[]
  /** Known sentences around it, from the outside in. */
  readonly around: readonly MessageKind[]
  /** The extension that ARM names, where it does. */
  readonly extension: UnwrappedText['extension']
}

/** Words that many extensions say; inside the sentence of another extension they are not ours. */
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

/** The most exact entry of all places; `null` where none knows the text. */
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

/** Where several texts stand side by side in one, the last that names a failure or a state says what came of it. */
function deepest(known: readonly Known[]): Known | undefined {
  const depth = Math.max(...known.map(({ inner }) => inner.within.length))
  return known.findLast(({ inner }) => inner.within.length === depth)
}

interface Known {
  readonly inner: UnwrappedText
  readonly kind: MessageKind
  /** Its place in the list of texts. */
  readonly at: number
}

function knownIn(inside: readonly UnwrappedText[], status: ReportedStatus | null): readonly Known[] {
  return inside.flatMap((inner, at): readonly Known[] => {
    const trimmed = inner.text.trim()
    const kind = kindOfText(trimmed, { status }) ?? (status === null ? null : kindOfText(trimmed))
    return kind === null || isOfOther(kind, inner.extension) ? [] : [{ inner, kind, at }]
  })
}

/** The innermost known text, unless a sentence quotes one that is not known: by the sentence alone it is not. */
function chosenOf(inside: readonly UnwrappedText[], known: readonly Known[]) {
  const best = deepest(known)
  const quoted = inside.findLast(({ within }) => within.at(-1) === 'arm-extension-sentence')
  const isUnknown = best === undefined || best.inner.within.length < (quoted?.within.length ?? 0)
  const inner = (isUnknown ? quoted : best.inner) ?? inside.at(-1)
  return { inner, kind: isUnknown ? null : best.kind, isUnknown, quoted }
}

/** Recognises one text, in whatever it stands. Never guesses: what no entry knows has no kind. Never throws. */
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
