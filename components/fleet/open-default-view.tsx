'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useSavedViews } from '@/components/queries/use-saved-views'
import { useAnnounce } from '@/components/ui/live-region'
import { parseFleetSearch } from '@/lib/contract/fleet-search'
import { viewQueryOf } from '@/lib/contract/saved-views'
import type { ChangeSearch } from './use-fleet-search'

/** Opens the user's default view once, unless the user has set a filter before it is known. */
export default function OpenDefaultView({ onChange }: { readonly onChange: ChangeSearch }) {
  const t = useTranslations('fleet.views')
  const announce = useAnnounce()
  const { data } = useSavedViews()
  const done = useRef(false)
  useEffect(() => {
    if (data === undefined || done.current) return
    done.current = true
    const view = data.views.find(({ id }) => id === data.defaultView)
    if (view === undefined || viewQueryOf(window.location.search) !== '') return
    onChange(({ tenant, vm }) => ({ ...parseFleetSearch(new URLSearchParams(view.query)), tenant, vm }), 'along')
    announce(t('opened', { name: view.name }))
  }, [data, onChange, announce, t])
  return null
}
