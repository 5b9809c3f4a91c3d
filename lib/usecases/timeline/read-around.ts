import 'server-only'
import type { VmName } from '@/lib/azure/calls/virtual-machine'
import type { ArmFailure } from '@/lib/azure/failure'
import type { ArmSession } from '@/lib/azure/session'
import type { TimelineSource, VmTimeline } from '@/lib/contract/timeline'
import type { RelatedResources } from '@/lib/facts/related-resources/types'
import type { UnknownReason } from '@/lib/shared/known'
import type { Result } from '@/lib/shared/result'
import type { ActivityLogEvent, ResourceChange } from '@/lib/timeline/activity/types'
import type { TrafficPoint } from '@/lib/timeline/estimate/traffic'
import { readVmActivity } from './read-activity'
import { readVmChanges } from './read-changes'
import type { PastWork } from '@/lib/timeline/estimate/similar'
import { whyUnknown } from '../related-resources/known-result'
import { similarWork, type SimilarInput } from '../work-progress/similar-work'
import { readTraffic, type TrafficSpan } from './read-traffic'

type SourceLine = VmTimeline['sources'][number]

/**
 * The least privileged built-in role that shows each source.
 * Source: https://learn.microsoft.com/azure/azure-monitor/fundamentals/roles-permissions-security
 */
const roles: Readonly<Record<TimelineSource, string>> = {
  'activity-log': 'Monitoring Reader',
  'resource-changes': 'Reader',
  metrics: 'Monitoring Reader',
  'guest-audit': 'Reader',
}

/** What other systems recorded of a VM, each part read with the reader's rights or missing for a reason. */
export interface Around {
  readonly events: readonly ActivityLogEvent[]
  readonly changes: readonly ResourceChange[]
  readonly osTraffic: readonly TrafficPoint[]
  readonly dataTraffic: readonly TrafficPoint[]
  /** Finished work on similar disks, of VMs that the reader can read. */
  readonly past: readonly PastWork[]
  readonly sources: readonly SourceLine[]
}

function lineOf(
  source: TimelineSource,
  answer: Result<unknown, ArmFailure> | null,
  wholeSince: string | null = null,
): SourceLine {
  if (answer === null) return { source, outcome: 'not-asked', role: null, wholeSince: null }
  if (answer.ok) return { source, outcome: wholeSince === null ? 'read' : 'partial', role: null, wholeSince }
  const { why } = whyUnknown(answer.failure)
  if (why === 'unavailable' || why === 'not-in-file') return { source, outcome: why, role: null, wholeSince: null }
  const denied = answer.failure.kind === 'denied' || answer.failure.kind === 'not-found'
  return { source, outcome: denied ? 'denied' : 'failed', role: denied ? roles[source] : null, wholeSince: null }
}

const auditOutcomes: Readonly<Record<UnknownReason, SourceLine['outcome']>> = {
  denied: 'denied',
  absent: 'none',
  'not-asked': 'not-asked',
  unreadable: 'failed',
  unavailable: 'unavailable',
  'not-in-file': 'not-in-file',
}

function auditLineOf(attestation: RelatedResources['attestation']): SourceLine {
  const outcome = attestation.known ? 'read' : auditOutcomes[attestation.why]
  return { source: 'guest-audit', outcome, role: outcome === 'denied' ? roles['guest-audit'] : null, wholeSince: null }
}

export interface AroundInput {
  readonly vm: VmName
  readonly diskIds: readonly string[]
  /** Names of its ADE extensions. */
  readonly extensions: readonly string[]
  /** Null where disk traffic would show nothing. */
  readonly span: TrafficSpan | null
  /** The history's data of the VM, to find similar work. */
  readonly similar: SimilarInput
  /** The attestation of guest configuration inside the VM. */
  readonly attestation: RelatedResources['attestation']
}

/** Requests everything at once; a part that fails does not affect the others. */
export async function readAround(session: ArmSession, input: AroundInput): Promise<Around> {
  const { vm, diskIds, extensions, span, similar, attestation } = input
  const [activity, changes, traffic, past] = await Promise.all([
    readVmActivity(session, { vm, diskIds, extensions, now: similar.now }),
    readVmChanges(session, vm, diskIds),
    span === null ? null : readTraffic(session, vm, span),
    similarWork(session, similar),
  ])
  const points = traffic?.ok === true ? traffic.value : []
  return {
    events: activity.ok ? activity.value.events : [],
    changes: changes.ok ? changes.value : [],
    osTraffic: span?.disks === 'os' ? points : [],
    dataTraffic: span?.disks === 'data' ? points : [],
    past,
    sources: [
      lineOf('activity-log', activity, activity.ok ? activity.value.wholeSince : null),
      lineOf('resource-changes', changes),
      lineOf('metrics', traffic),
      auditLineOf(attestation),
    ],
  }
}
