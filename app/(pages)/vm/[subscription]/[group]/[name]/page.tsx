import type { Metadata } from 'next'
import { SessionGate } from '@/components/layout/session-gate'
import { PageTexts } from '@/components/providers/page-texts'
import { TimelineTab } from '@/components/timeline/timeline-tab'
import { ReadinessTab } from '@/components/troubleshoot/readiness-tab'
import { TroubleshootTab } from '@/components/troubleshoot/troubleshoot-tab'
import { VmPage } from '@/components/vm/vm-page'
import { decodedSegment } from '@/lib/contract/vm-reference'
import { SnapshotVm } from '@/components/snapshots/snapshot-vm'
import { browserConfig } from '@/lib/config/config'
import { FollowVm } from '@/components/watches/follow-vm'

interface VmPageProps {
  readonly params: Promise<{ readonly subscription: string; readonly group: string; readonly name: string }>
}

// The title contains no VM name, because the server renders it before sign-in.
export const metadata: Metadata = { title: { absolute: 'Sealwatch' } }

export default async function Page({ params }: VmPageProps) {
  const { subscription, group, name } = await params
  const reference = {
    subscriptionId: decodedSegment(subscription),
    resourceGroup: decodedSegment(group),
    name: decodedSegment(name),
  }
  const { snapshotHours } = browserConfig()
  const actions = (
    <>
      <FollowVm vm={reference} />
      {snapshotHours !== null && <SnapshotVm vm={reference} mostHours={snapshotHours} />}
    </>
  )
  return (
    <PageTexts
      of={[
        'errors',
        'evidence',
        'facts',
        'flags',
        'fleet.cell',
        'history',
        'local.next',
        'notes',
        'snapshots',
        'states',
        'timeline',
        'troubleshoot',
        'verdict',
        'vm',
        'watches.follow',
      ]}
    >
      <SessionGate>
        <div className="p-3 narrow:p-5">
          <VmPage
            reference={reference}
            actions={actions}
            views={{
              timeline: <TimelineTab reference={reference} />,
              troubleshoot: <TroubleshootTab reference={reference} />,
              readiness: <ReadinessTab reference={reference} />,
            }}
          />
        </div>
      </SessionGate>
    </PageTexts>
  )
}
