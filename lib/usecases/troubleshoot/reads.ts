import 'server-only'
import type { Troubleshoot } from '@/lib/contract/troubleshoot'
import { surroundingNames, type SurroundingName } from '@/lib/facts/surroundings/names'
import type { Surroundings } from '@/lib/facts/surroundings/types'
import type { Known, UnknownReason } from '@/lib/shared/known'
import { surroundingRights } from '../surroundings/rights'

type Read = Troubleshoot['reads'][number]

const outcomes: Readonly<Record<UnknownReason, Read['outcome']>> = {
  denied: 'denied',
  absent: 'absent',
  'not-asked': 'not-asked',
  unreadable: 'failed',
  unavailable: 'unavailable',
}

const parts: Readonly<Record<SurroundingName, (surroundings: Surroundings) => Known<unknown>>> = {
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
export function readsOf(surroundings: Surroundings): Read[] {
  return surroundingNames.map((name) => {
    const part = parts[name](surroundings)
    const outcome = part.known ? 'read' : outcomes[part.why]
    return { name, outcome, role: outcome === 'denied' ? surroundingRights[name].role : null }
  })
}
