'use client'

import { GroupedPage } from '@/components/inbox/grouped-page'
import { SessionGate } from '@/components/layout/session-gate'

/** Needs action and Causes of the file. */
export function GroupedScreen({ view }: { readonly view: 'needs' | 'causes' }) {
  return (
    <SessionGate>
      <GroupedPage view={view} />
    </SessionGate>
  )
}
