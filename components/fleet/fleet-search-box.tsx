'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { IntoSlot } from '@/components/providers/frame-slots'
import { SearchField } from '@/components/ui/search-field'
import { textFrom } from '@/lib/contract/fleet-search-values'
import type { ChangeSearch } from './use-fleet-search'

const typingMs = 200

export interface FleetSearchBoxProps {
  /** The text in the URL. */
  readonly text: string
  readonly onChange: ChangeSearch
}

/** The search field of the bar filters the table while the user types. */
export function FleetSearchBox({ text, onChange }: FleetSearchBoxProps) {
  const t = useTranslations('frame')
  const [typed, setTyped] = useState(text)
  const written = useRef(text)
  const sent = useRef<readonly string[]>([])
  // The URL also changes without the field: Back, a link, "Clear filters". The field's own change may arrive late, and
  // must not remove what was typed since.
  if (written.current !== text) {
    written.current = text
    const own = sent.current.indexOf(text)
    sent.current = sent.current.slice(own + 1)
    if (own < 0 && textFrom(typed) !== text) setTyped(text)
  }
  useEffect(() => {
    const wanted = textFrom(typed)
    if (wanted === text) return
    const timer = setTimeout(() => {
      sent.current = [...sent.current, wanted]
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
