'use client'

import { UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { SnapshotMaker } from '@/lib/contract/snapshots'

/** Who made the link, and whether the directory or only that user says so. */
export function MadeBy({ maker: { name, isAccount } }: { readonly maker: SnapshotMaker }) {
  const t = useTranslations('snapshots.madeBy')
  return (
    <p className="flex items-start gap-2 wrap-anywhere">
      <UserRound size={16} aria-hidden className="mt-0.5 shrink-0" />
      <span dir="auto">{t(isAccount ? 'account' : 'typed', { name })}</span>
    </p>
  )
}
