import type { Metadata } from 'next'
import { FleetPage } from '@/components/fleet/fleet-page'
import { SelectionCommands } from '@/components/inbox/selection-commands'
import { SessionGate } from '@/components/layout/session-gate'
import { PageTexts } from '@/components/providers/page-texts'
import { requestPreferences } from '@/components/providers/request-preferences'
import { SnapshotView } from '@/components/snapshots/snapshot-view'
import { FollowView } from '@/components/watches/follow-view'
import { SelectionFollow } from '@/components/watches/selection-follow'
import { browserConfig } from '@/lib/config/config'
import { messages } from '@/lib/i18n/messages'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestPreferences()
  return { title: messages[language].frame.place.fleet }
}

export default function Page() {
  const { snapshotHours } = browserConfig()
  const tools = (
    <>
      <FollowView />
      {snapshotHours !== null && <SnapshotView mostHours={snapshotHours} />}
    </>
  )
  const selectionTools = (
    <>
      <SelectionCommands />
      <SelectionFollow />
    </>
  )
  return (
    <PageTexts
      of={[
        'errors',
        'evidence.kind',
        'evidence.mark',
        'evidence.source',
        'evidence.value',
        'facts',
        'flags',
        'fleet',
        'history.off',
        'inbox.restart',
        'inbox.selection',
        'local.next',
        'notes',
        'snapshots.dialog',
        'snapshots.fact',
        'snapshots.madeBy',
        'snapshots.part',
        'snapshots.view',
        'states',
        'troubleshoot.steps',
        'verdict',
        'vm.again',
        'vm.message',
        'vm.next',
        'watches.follow',
      ]}
    >
      <SessionGate>
        <FleetPage tools={tools} selectionTools={selectionTools} />
      </SessionGate>
    </PageTexts>
  )
}
