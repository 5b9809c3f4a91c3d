'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, type SubmitEvent } from 'react'
import { useSession } from '@/components/providers/session-context'
import { SearchField } from '@/components/ui/search-field'

/** On pages without their own search: Enter searches the fleet. */
export function SearchBox() {
  const t = useTranslations('frame')
  const router = useRouter()
  const { status } = useSession()
  const [text, setText] = useState('')
  if (status !== 'signed-in') return null
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const wanted = text.trim()
    if (wanted !== '') router.push(`/?q=${encodeURIComponent(wanted)}`)
  }
  return (
    <form role="search" onSubmit={submit}>
      <SearchField label={t('search')} value={text} onChange={setText} shortcut="/" />
    </form>
  )
}
