'use client'

import { FleetPage } from '@/components/fleet/fleet-page'
import { SelectionCommands } from '@/components/inbox/selection-commands'
import { SessionGate } from '@/components/layout/session-gate'
import { SnapshotView } from '@/components/snapshots/snapshot-view'
import { FollowView } from '@/components/watches/follow-view'
import { SelectionFollow } from '@/components/watches/selection-follow'

/** The fleet of the file, with the parts of the server's page. */
export function FleetScreen({ snapshotHours }: { readonly snapshotHours: number | null }) {
  return (
    <SessionGate>
      <FleetPage
        tools={
          <>
            <FollowView />
            {snapshotHours !== null && <SnapshotView mostHours={snapshotHours} />}
          </>
        }
        selectionTools={
          <>
            <SelectionCommands />
            <SelectionFollow />
          </>
        }
      />
    </SessionGate>
  )
}
