import 'server-only'
import { queryResourceGraph } from '@/lib/azure/calls/resource-graph'
import type { Caller } from '@/lib/auth/caller'
import { customerKeyedDisks, doubleEncryptionOf, type DiskAtRest } from '@/lib/encryption/other-encryption'
import { idSegment } from '@/lib/facts/arm-id'
import type { VmFacts } from '@/lib/facts/types'
import type { Known } from '@/lib/shared/known'
import { readDiskAtRestRow } from '@/lib/wire/resource-graph'
import { quoted } from './kql'
import { openSession } from './open-session'
import { whyUnknown } from './related-resources/known-result'

/** It is shown beside the verdict; a page waits no longer than this for it. */
const deadlineMilliseconds = 5_000

export interface DoubleEncryption {
  readonly answer: Known<boolean>
  /** Requests to ARM for it. */
  readonly requests: number
}

/** Encryption at rest of these disks. */
export function disksQuery(ids: readonly string[]): string {
  return `resources | where type =~ 'microsoft.compute/disks' | where id in~ (${ids.map(quoted).join(',')})
| project id, sse=tostring(properties.encryption.type)
| order by id asc`
}

/**
 * Whether a disk of the VM is encrypted with two keys, read with the caller's rights. Requested only where a disk has a
 * customer-managed key. Resource Graph omits what the user may not see: then the value is unknown.
 */
export async function readDoubleEncryption(
  caller: Caller,
  facts: VmFacts,
  signal: AbortSignal,
): Promise<DoubleEncryption> {
  const keyed = customerKeyedDisks(facts)
  const ids = keyed.filter((id) => id !== null)
  const subscriptions = [...new Set(ids.flatMap((id) => idSegment(id, 'subscriptions')?.toLowerCase() ?? []))]
  if (subscriptions.length === 0) return { answer: doubleEncryptionOf(keyed, []), requests: 0 }
  const session = openSession(caller, signal, deadlineMilliseconds)
  try {
    const disks: DiskAtRest[] = []
    const answer = await queryResourceGraph(session, {
      text: disksQuery(ids),
      subscriptions,
      read: readDiskAtRestRow,
      onRows: (rows) => disks.push(...rows.map(({ id, sse }) => ({ id, type: sse || null }))),
    })
    const { requests } = session.usage
    return { answer: answer.ok ? doubleEncryptionOf(keyed, disks) : whyUnknown(answer.failure), requests }
  } finally {
    session.close()
  }
}
