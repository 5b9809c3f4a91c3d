import { keyLikeRuns } from './key-like'
import { NameIndex } from './names'
import { namedPaths } from './paths'
import { secretRules, type SecretKind, type SecretRule } from './rules'

interface Span {
  readonly start: number
  readonly end: number
  readonly kind: SecretKind
}

export interface Redacted {
  readonly text: string
  /** How many places of each kind were redacted; kinds without any are left out. */
  readonly removed: ReadonlyMap<SecretKind, number>
}

/** No message that reaches a reader is longer; the agent itself truncates a status at 128 KB. */
const readLimit = 256 * 1024

const colours = new RegExp(`${String.fromCharCode(0x1b)}\\[[0-9;?]{0,20}[A-Za-z]`, 'g')
/** Characters that are invisible, or that reverse the text around them. */
const unseen = /(?!\n|\t)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu

/** A text as a reader sees it: without colours and without invisible or reversing characters. */
function visibleText(text: string): string {
  return text.slice(0, readLimit).replace(colours, '').replace(/\r\n?/g, '\n').replace(unseen, '')
}

/** A cut may leave half a secret that no form recognises any more, so the split word is removed as well. */
function withoutTornEnd(text: string): string {
  if (text.length <= readLimit) return text
  const kept = text.slice(0, readLimit)
  return kept.slice(0, Math.max(0, kept.search(/\s\S*$/)))
}

function spansOf({ kind, pattern, keep, nearer }: SecretRule, text: string): Span[] {
  const spans: Span[] = []
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (keep?.(found, text.slice(Math.max(0, index - 40), index)) === true) continue
    spans.push({ start: index, end: index + found.length, kind: nearer?.(found) ?? kind })
  }
  return spans
}

/** A report redacts a dozen texts with the same names. */
const indexes = new WeakMap<readonly string[], NameIndex>()

function nameSpans(names: readonly string[], text: string): Span[] {
  const index = indexes.get(names) ?? new NameIndex(names.map(visibleText))
  indexes.set(names, index)
  return index.placesIn(text).map((place): Span => ({ ...place, kind: 'name' }))
}

/** Finds that touch or overlap become one, of the kind of the longest. */
function merged(spans: readonly Span[]): Span[] {
  const inOrder = spans.toSorted((left, right) => left.start - right.start || right.end - left.end)
  const result: Span[] = []
  for (const span of inOrder) {
    const last = result.at(-1)
    if (last === undefined || span.start >= last.end) result.push(span)
    else {
      const kind = span.end - span.start > last.end - last.start ? span.kind : last.kind
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end), kind }
    }
  }
  return result
}

/**
 * Redacts what must not be published: addresses of vaults and of anything else, ids, keys, credentials, names of hosts
 * and users, and the given names. Text that cannot be distinguished from a secret is redacted too. Each place shows its
 * kind, as `<guid>`.
 * @param names literal names to redact wherever they occur, in any case: of the VM, its groups, disks, vault
 * @param version the version of the extension, which has the form of an address and stays
 */
export function redact(text: string, names: readonly string[], version: string | null = null): Redacted {
  const visible = visibleText(withoutTornEnd(text))
  const spans = merged([
    ...secretRules.flatMap((rule) => spansOf(rule, visible).filter((span) => !isVersion(visible, span, version))),
    ...namedPaths(visible),
    ...keyLikeRuns(visible).map((place): Span => ({ ...place, kind: 'key-like' })),
    ...nameSpans(names, visible),
  ])
  const removed = new Map<SecretKind, number>()
  for (const { kind } of spans) removed.set(kind, (removed.get(kind) ?? 0) + 1)
  return { text: replaced(visible, spans), removed }
}

function replaced(text: string, spans: readonly Span[]): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end, kind } of spans) {
    parts.push(text.slice(from, start), `<${kind}>`)
    from = end
  }
  return [...parts, text.slice(from)].join('')
}

const credentialRules = secretRules.filter(({ kind }) => kind === 'credential')
const address = /^https?:\/\//i

/**
 * A pasted text as it is shown again to the person who pasted it: passwords, tokens and signatures are redacted; names and
 * addresses stay, because they tell which VM and vault a message is about.
 */
export function withoutCredentials(text: string): string {
  const spans = credentialRules
    .flatMap((rule) => spansOf(rule, text))
    .filter(({ start, end }) => !address.test(text.slice(start, Math.min(end, start + 10))))
  return spans.length === 0 ? text : replaced(text, merged(spans))
}

function isVersion(text: string, { kind, start, end }: Span, version: string | null): boolean {
  return kind === 'ip-address' && version !== null && text.slice(start, end) === version
}
