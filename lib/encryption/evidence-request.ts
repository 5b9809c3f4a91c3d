import type { VmFacts } from '@/lib/facts/types'
import type { EvidenceCell, EvidenceMark, EvidenceSource, EvidenceValue } from './evidence-types'
import { covers, operationOf, type Operation, type Role } from './request'
import type { DataState, Verdict, VmState } from './types'

const askedFor: Readonly<Record<Operation, EvidenceValue>> = {
  enable: 'asked-encrypt',
  'enable-format': 'asked-format',
  disable: 'asked-disable',
  query: 'asked-query',
  other: 'asked-other',
  unstated: 'not-read',
}

/** Where the request is stored: the extension's settings, or the model of a dual-pass VM without an extension. */
export function requestSource({ adeExtensions, modelSettings }: VmFacts): EvidenceSource {
  const extension = adeExtensions[0]
  if (extension?.resource) return 'extension-settings'
  return extension === undefined && modelSettings !== null ? 'vm-model' : 'none'
}

function valueOf(facts: VmFacts, role: Role): EvidenceValue {
  const extension = facts.adeExtensions[0]
  if (extension?.resource) return covers(extension, role) ? askedFor[operationOf(extension)] : 'not-asked'
  if (extension !== undefined || !facts.extensionsListed) return 'not-read'
  if (facts.modelSettings?.enabled === true) return role === 'os' ? 'asked-encrypt' : 'not-read'
  return 'not-asked'
}

const reached: Readonly<Partial<Record<EvidenceValue, readonly (VmState | DataState)[]>>> = {
  'asked-encrypt': ['encrypted', 'encrypted-unverified'],
  'asked-format': ['encrypted', 'encrypted-unverified'],
  'asked-disable': ['decrypting', 'not-encrypted', 'protected-otherwise'],
}

/** A request is never a state: it agrees once fulfilled, and is `ahead` until then. */
function markOf(value: EvidenceValue, state: VmState | DataState, decides: boolean): EvidenceMark {
  const goal = reached[value]
  if (goal === undefined || state === 'unknown') return 'nothing'
  if (decides) return 'decides'
  return goal.includes(state) ? 'agrees' : 'ahead'
}

/** Dual-pass Windows data disks have neither a stamp nor a report: a successful request is the only evidence. */
function requestDecides({ data }: Verdict, role: Role): boolean {
  return role === 'data' && data.reported === null && data.stamped === 0 && data.state === 'encrypted-unverified'
}

export function requestCell(facts: VmFacts, verdict: Verdict, role: Role): EvidenceCell {
  const resource = facts.adeExtensions[0]?.resource
  const value = valueOf(facts, role)
  const words = [resource?.operation, resource?.volumeType].filter((word) => word !== null && word !== undefined)
  return {
    value,
    raw: words.length === 0 ? null : words.join(', '),
    mark: markOf(value, verdict[role].state, requestDecides(verdict, role)),
    count: null,
  }
}
