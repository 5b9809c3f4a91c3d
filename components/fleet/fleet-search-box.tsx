'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { IntoSlot } from '@/components/providers/frame-slots'
import { SearchField } from '@/components/ui/search-field'
import { textFrom } from '@/lib/contract/fleet-search-values'
import type { ChangeSearch } from './use-fleet-search'

const typingMs = 200

export interface FleetSearchBoxProps {
  /** The text in the address. */
  readonly text: string
  readonly onChange: ChangeSearch
}

/** The search of the bar narrows the table while one types. */
export function FleetSearchBox({ text, onChange }: FleetSearchBoxProps) {
  const t = useTranslations('frame')
  const [typed, setTyped] = useState(text)
  const written = useRef(text)
  // The address changes without the field as well: Back, a link, "Clear filters".
  if (written.current !== text) {
    written.current = text
    if (textFrom(typed) !== text) setTyped(text)
  }
  useEffect(() => {
    const wanted = textFrom(typed)
    if (wanted === text) return
    const timer = setTimeout(() => {
      onChange((before) => ({ ...before, filters: { ...before.filters, text: wanted } }), 'along')
    }, typingMs)
    return () => clearTimeout(timer)
  }, [typed, text, onChange])
  return (
    <IntoSlot name="search">
      <div role="search">
        <SearchField label={t('search')} value={typed} onChange={setTyped} shortcut="/" />
      </div>
    </IntoSlot>
  )
}
