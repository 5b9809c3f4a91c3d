import type { Metadata } from 'next'
import { SessionGate } from '@/components/layout/session-gate'
import { PageTexts } from '@/components/providers/page-texts'
import { VmPage } from '@/components/vm/vm-page'
import { decodedSegment, instanceReference } from '@/lib/contract/vm-reference'

interface InstancePageProps {
  readonly params: Promise<{
    readonly subscription: string
    readonly group: string
    readonly scaleSet: string
    readonly instance: string
  }>
}

// As for a single VM: the title contains no name before sign-in.
export const metadata: Metadata = { title: { absolute: 'Sealwatch' } }

/** One instance of a uniform scale set. Features that need a single VM, such as its activity log, are not offered. */
export default async function Page({ params }: InstancePageProps) {
  const { subscription, group, scaleSet, instance } = await params
  const reference = instanceReference({
    subscriptionId: decodedSegment(subscription),
    resourceGroup: decodedSegment(group),
    scaleSet: decodedSegment(scaleSet),
    instanceId: decodedSegment(instance),
  })
  return (
    <PageTexts
      of={[
        'errors',
        'evidence',
        'facts',
        'flags',
        'fleet.cell',
        'history.off',
        'local.next',
        'notes',
        'states.since',
        'states.volume',
        'timeline.stuck',
        'verdict',
        'vm',
      ]}
    >
      <SessionGate>
        <div className="p-3 narrow:p-5">
          <VmPage reference={reference} views={{}} />
        </div>
      </SessionGate>
    </PageTexts>
  )
}
