import { adeTypes } from '@/lib/facts/extension-types'
import { vmOfExtension } from '@/lib/facts/paste/fragments/extension'
import { valueOf, type Fragment, type FragmentFinding, type FragmentRow } from '@/lib/facts/paste/fragments/types'
import type { VmFacts } from '@/lib/facts/types'
import { valueOrNull } from '@/lib/shared/known'
import { sameText } from '@/lib/shared/text'
import { operationNamed, operationOf, type Operation } from '@/lib/encryption/request'
import type { FlagCode, TextVerdict, VmState } from '@/lib/encryption/types'
import { hasFlag } from './reading'

/** States that an operation on the extension, or its failure, can have ended. */
const atRest: readonly VmState[] = [
  'encrypted',
  'encrypted-unverified',
  'partly-encrypted',
  'not-encrypted',
  'protected-otherwise',
]
const holdsEncrypted: readonly string[] = ['encrypted', 'encrypted-unverified', 'partly-encrypted'] satisfies VmState[]

/** What the answer says itself of such an operation. */
const ownFlag: Readonly<Partial<Record<FragmentFinding, FlagCode>>> = {
  'operation-runs': 'operation-running',
  'operation-failed': 'last-operation-failed',
  'operation-canceled': 'last-operation-failed',
}

const rowsOf = (fragments: readonly Fragment[], wanted: Fragment['kind']): readonly FragmentRow[] =>
  fragments.filter(({ kind }) => kind === wanted).flatMap(({ rows }) => rows)

const isOf = (row: FragmentRow, vm: string | null): boolean => {
  const named = vmOfExtension(row)
  return named === null || vm === null || sameText(named, vm)
}

/** Requests in settings that stand beside an answer. */
function requestsIn(fragments: readonly Fragment[]): readonly Operation[] {
  const asked = rowsOf(fragments, 'request-settings').filter(({ subject }) => sameText(subject, 'EncryptionOperation'))
  return asked.map((row) => operationNamed(valueOf(row)))
}

/** On Linux only data volumes can be decrypted; a text may not show the system. */
function canBeDecrypted({ os, data }: TextVerdict, isLinux: boolean): boolean {
  return holdsEncrypted.includes(data.state) || (!isLinux && holdsEncrypted.includes(os.state))
}

const isLinux = (facts: VmFacts | null, listed: readonly FragmentRow[]): boolean =>
  facts?.osType.known === true
    ? facts.osType.value === 'Linux'
    : listed.some(({ subject }) => subject.endsWith(adeTypes.Linux))

const changes: readonly Operation[] = ['enable', 'enable-format', 'disable']

/**
 * Whether an extension that was listed beside an answer, or the request in its settings, says something else than the
 * answer: an operation that runs or failed, another request, or an extension that the answer does not have. Which of both
 * is newer is not shown.
 * @param facts null for the words of a tool, which name no VM
 */
export function deniedByExtension(
  verdict: TextVerdict,
  fragments: readonly Fragment[],
  facts: VmFacts | null = null,
): boolean {
  if (!atRest.includes(verdict.state)) return false
  const vm = facts === null ? null : valueOrNull(facts.name)
  const all = rowsOf(fragments, 'extension')
  const listed = all.filter((row) => isOf(row, vm))
  if (listed.length > 0 && verdict.pass === 'none') return true
  const differs = listed.some(({ finding }) => {
    const flag = ownFlag[finding]
    return flag !== undefined && !hasFlag(verdict, flag)
  })
  // Settings of an extension of another VM say nothing of this one.
  if (differs || (all.length > 0 && listed.length === 0)) return differs
  const own = operationOf(facts?.adeExtensions[0])
  return requestsIn(fragments)
    .filter((request) => changes.includes(request) && request !== own)
    .some((request) => changes.includes(own) || (request === 'disable' && canBeDecrypted(verdict, isLinux(facts, all))))
}
