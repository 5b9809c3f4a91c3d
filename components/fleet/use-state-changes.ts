'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import type { VmState } from '@/lib/contract/codes'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import type { FleetModel } from '@/lib/views/fleet-model'

const shownMs = 1300
const none: ReadonlySet<string> = new Set()

interface Change {
  readonly entry: FleetEntry
  readonly before: VmState
}

/**
 * Rows whose state changed since they were last shown: marked for a moment and announced once, politely. During the
 * first load everything is new, so nothing counts as a change.
 */
export function useStateChanges(fleet: FleetModel): ReadonlySet<string> {
  const t = useTranslations('fleet.announce')
  const states = useTranslations('states.state')
  const announce = useAnnounce()
  const [changed, setChanged] = useState(none)
  const before = useRef<ReadonlyMap<string, VmState> | null>(null)
  const { entries, settledAt } = fleet

  useEffect(() => {
    const last = before.current
    before.current = settledAt === null ? null : new Map(entries.map((entry) => [entry.key, entry.state]))
    if (last === null || settledAt === null) return
    const changes = entries.flatMap((entry): Change[] => {
      const state = last.get(entry.key)
      return state === undefined || state === entry.state ? [] : [{ entry, before: state }]
    })
    const [first] = changes
    if (first === undefined) return
    announce(
      changes.length === 1
        ? t('one', { name: first.entry.name, before: states(first.before), after: states(first.entry.state) })
        : t('several', { count: changes.length }),
    )
    setChanged(new Set(changes.map((change) => change.entry.key)))
  }, [entries, settledAt, announce, t, states])

  useEffect(() => {
    if (changed.size === 0) return
    const timer = setTimeout(() => setChanged(none), shownMs)
    return () => clearTimeout(timer)
  }, [changed])
  return changed
}
