import 'server-only'
import type { Troubleshoot } from '@/lib/contract/troubleshoot'
import { relatedResourceNames, type RelatedResourceName } from '@/lib/facts/related-resources/names'
import type { RelatedResources } from '@/lib/facts/related-resources/types'
import type { Known, UnknownReason } from '@/lib/shared/known'
import { relatedResourceRights } from '../related-resources/rights'

type Read = Troubleshoot['reads'][number]

const outcomes: Readonly<Record<UnknownReason, Read['outcome']>> = {
  denied: 'denied',
  absent: 'absent',
  'not-asked': 'not-asked',
  unreadable: 'failed',
  unavailable: 'unavailable',
  'not-in-file': 'not-in-file',
}

const parts: Readonly<Record<RelatedResourceName, (related: RelatedResources) => Known<unknown>>> = {
  size: ({ size }) => size,
  disks: ({ disks }) => disks,
  vault: ({ vault }) => vault,
  key: ({ key }) => key,
  network: ({ network }) => network,
  policies: ({ policies }) => policies,
  locks: ({ locks }) => locks,
  snapshots: ({ snapshots }) => snapshots,
  'boot-log': ({ bootLog }) => bootLog,
  attestation: ({ attestation }) => attestation,
}

/** The result of each reading, and for a refused one the role that would allow it. */
export function readsOf(related: RelatedResources): Read[] {
  return relatedResourceNames.map((name) => {
    const part = parts[name](related)
    const outcome = part.known ? 'read' : outcomes[part.why]
    return { name, outcome, role: outcome === 'denied' ? relatedResourceRights[name].role : null }
  })
}
