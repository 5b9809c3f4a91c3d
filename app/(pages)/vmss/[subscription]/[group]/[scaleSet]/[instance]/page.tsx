import type { Metadata } from 'next'
import { SessionGate } from '@/components/layout/session-gate'
import { PageTexts } from '@/components/providers/page-texts'
import { VmPage } from '@/components/vm/vm-page'
import { instanceReference } from '@/lib/contract/vm-reference'

interface InstancePageProps {
  readonly params: Promise<{
    readonly subscription: string
    readonly group: string
    readonly scaleSet: string
    readonly instance: string
  }>
}

/** A path segment as Next hands it over: still percent-encoded, and not always well formed. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

// As for a VM of its own: the title names none before sign-in.
export const metadata: Metadata = { title: { absolute: 'Sealwatch' } }

/** One instance of a uniform scale set. What needs a VM of its own, such as its activity log, is not offered. */
export default async function Page({ params }: InstancePageProps) {
  const { subscription, group, scaleSet, instance } = await params
  const reference = instanceReference({
    subscriptionId: decoded(subscription),
    resourceGroup: decoded(group),
    scaleSet: decoded(scaleSet),
    instanceId: decoded(instance),
  })
  return (
    <PageTexts
      of={['errors', 'evidence', 'facts', 'flags', 'states.since', 'states.volume', 'timeline.stuck', 'verdict', 'vm']}
    >
      <SessionGate>
        <div className="p-3 narrow:p-5">
          <VmPage reference={reference} views={{}} />
        </div>
      </SessionGate>
    </PageTexts>
  )
}
