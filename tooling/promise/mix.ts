import type { FleetRow } from '@/lib/contract/fleet'
import { fieldOf, objectOf, textOf } from '@/lib/wire/read'
import { promiseInputs, type PromiseInput } from './inputs'
import { changed, pathOf } from './troubles'
import type { VmWorld } from './worlds'

export type Claim = Pick<FleetRow, 'reading' | 'state' | 'os' | 'data'>

/** The first value that stands at a path; undefined where none does. */
function valueAt(value: unknown, path: readonly string[]): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (step === '[]') return Array.isArray(value) ? valueAt(value[0], rest) : undefined
  return valueAt(fieldOf(objectOf(value), step), rest)
}

/**
 * A VM of which one input is that of another one, or of another moment: each is as Azure gives it, and they do not belong
 * together. Null where neither has the input, or both have the same.
 */
export function mixed(own: VmWorld, other: VmWorld, input: PromiseInput): VmWorld | null {
  if (input === 'graph:vms') return { ...own, row: other.row }
  if (input === 'graph:extensions') return { ...own, extensions: other.extensions }
  if (input === 'graph:stamped-disks') return { ...own, stamped: other.stamped }
  if (input === 'graph:hidden-disks') return { ...own, hidden: !own.hidden }
  if (input.startsWith('graph:')) {
    const column = input.slice('graph:'.length)
    return { ...own, row: { ...own.row, [column]: other.row[column] } }
  }
  const value = valueAt(other.body, pathOf(input))
  const body =
    value === undefined
      ? null
      : changed(
          own.body,
          pathOf(input),
          () => value,
          () => 0,
        )
  return body === null || JSON.stringify(body) === JSON.stringify(own.body)
    ? null
    : { ...own, body: objectOf(body) ?? {} }
}

export const mixableInputs = Object.keys(promiseInputs).filter((name): name is PromiseInput =>
  Object.hasOwn(promiseInputs, name),
)

const lists = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown, ...path: string[]): string =>
  (textOf(path.reduce<unknown>((at, step) => fieldOf(objectOf(at), step), value)) ?? '').toLowerCase()

/** What a VM's answer holds about encryption, read here once more and apart from the product. */
function evidenceOf(body: unknown) {
  const [profile, view] = ['storageProfile', 'instanceView'].map((name) => valueAt(body, ['properties', name]))
  const model = valueAt(profile, ['osDisk', 'encryptionSettings'])
  const isDual = fieldOf(objectOf(model), 'enabled') === true && text(model, 'diskEncryptionKey', 'secretUrl') !== ''
  const isStamped = (disk: unknown): boolean =>
    lists(valueAt(disk, ['statuses']))
      .map((status) => text(status, 'code'))
      .findLast((code) => code.startsWith('encryptionstate/')) === 'encryptionstate/encrypted'
  const stamped = new Set(
    lists(valueAt(view, ['disks']))
      .filter(isStamped)
      .map((disk) => text(disk, 'name')),
  )
  const osName = text(profile, 'osDisk', 'name')
  const messages = lists(valueAt(view, ['extensions'])).flatMap((extension) =>
    lists(valueAt(extension, ['substatuses'])).map((status) => text(status, 'message')),
  )
  const word = (role: string): string | undefined =>
    messages.flatMap((message) => new RegExp(`"${role}"\\s*:\\s*"(\\w+)"`).exec(message)?.[1] ?? [])[0]
  return {
    os: { stamped: isDual || stamped.has(osName), all: isDual || stamped.has(osName), word: word('os') },
    data: {
      stamped: [...stamped].some((name) => name !== osName),
      all: lists(valueAt(profile, ['dataDisks'])).every((disk) => stamped.has(text(disk, 'name'))),
      word: word('data'),
    },
  }
}

const underWay = ['encryptioninprogress', 'decryptioninprogress', 'vmrestartpending']

/** Why the evidence of one part speaks against the claim on it; null where it does not. */
function against(claim: string, { stamped, all, word }: ReturnType<typeof evidenceOf>['os']): string | null {
  if (claim === 'encrypted') return stamped && all && word === 'encrypted' ? null : `${claim} by ${all} ${word}`
  if (claim !== 'not-encrypted') return null
  return stamped || underWay.includes(word ?? '') ? `${claim} beside ${stamped} ${word}` : null
}

/**
 * Claims on a VM that its own answer, or where that was not read its rows, speaks against. A VM that is spoken of by its
 * rows shows their time.
 */
export function unfounded({ body, row, extensions, stamped, hidden }: VmWorld, claim: Claim): readonly string[] {
  if (claim.reading === 'inventory') {
    const hasTrace = extensions.length + stamped.length > 0 || row['dualPass'] === 1 || row['osDiskId'] === '' || hidden
    return hasTrace ? ['inventory beside a trace'] : []
  }
  if (claim.reading !== 'read') return []
  const { os, data } = evidenceOf(body)
  return [against(claim.os, os), against(claim.data.state, data)].filter((each) => each !== null)
}

const claims = ['encrypted', 'not-encrypted']

/** Claims on a VM at two moments at once that it had at neither. */
export function atNeither(earlier: Claim, now: Claim, after: Claim): readonly string[] {
  const parts = [
    [earlier.os, now.os, after.os],
    [earlier.data.state, now.data.state, after.data.state],
  ] as const
  return parts.flatMap(([one, two, mix]) =>
    claims.includes(mix) && mix !== one && mix !== two ? [`${one}, ${two} → ${mix}`] : [],
  )
}
