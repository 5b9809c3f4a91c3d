'use client'

import { SessionGate } from '@/components/layout/session-gate'
import { SnapshotVm } from '@/components/snapshots/snapshot-vm'
import { TimelineTab } from '@/components/timeline/timeline-tab'
import { ReadinessTab } from '@/components/troubleshoot/readiness-tab'
import { TroubleshootTab } from '@/components/troubleshoot/troubleshoot-tab'
import { VmPage } from '@/components/vm/vm-page'
import { FollowVm } from '@/components/watches/follow-vm'
import { decodedSegment, instanceOf, instanceReference, type VmReference } from '@/lib/contract/vm-reference'

/** The VM that the path of a page names. */
function referenceOf(pathname: string): VmReference {
  const [, kind, ...given] = pathname.split('/')
  const [subscriptionId = '', resourceGroup = '', name = '', instanceId = ''] = given.map(decodedSegment)
  return kind === 'vmss'
    ? instanceReference({ subscriptionId, resourceGroup, scaleSet: name, instanceId })
    : { subscriptionId, resourceGroup, name }
}

/** The page of one VM of the file, with the parts of the server's page. */
export function VmScreen(props: { readonly pathname: string; readonly snapshotHours: number | null }) {
  const { pathname, snapshotHours } = props
  const reference = referenceOf(pathname)
  const isSingle = instanceOf(reference.id) === null
  const views = {
    timeline: <TimelineTab reference={reference} />,
    troubleshoot: <TroubleshootTab reference={reference} />,
    readiness: <ReadinessTab reference={reference} />,
  }
  const actions = (
    <>
      <FollowVm vm={reference} />
      {snapshotHours !== null && <SnapshotVm vm={reference} mostHours={snapshotHours} />}
    </>
  )
  return (
    <SessionGate>
      <div className="p-3 narrow:p-5">
        <VmPage reference={reference} views={isSingle ? views : {}} {...(isSingle ? { actions } : {})} />
      </div>
    </SessionGate>
  )
}
