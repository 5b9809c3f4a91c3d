'use client'

import { Bell } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { Popover, PopoverHeader } from '@/components/ui/popover'
import { showsFile } from '@/lib/shared/moment'

const FollowViewPanel = lazy(() => import('./follow-view-panel'))

/** The button that follows the filtered fleet; none for a file, which never changes. The panel's code is loaded on opening. */
export function FollowView() {
  return showsFile() ? null : <FollowButton />
}

function FollowButton() {
  const t = useTranslations('watches.follow')
  const ui = useTranslations('ui')
  const [open, setOpen] = useState(false)
  return (
    <Popover
      align="end"
      label={t('view.panel')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          title={t('view.button')}
          className={`${buttonStyle('quiet', 'small')} pointer-coarse:min-h-11`}
        >
          <Bell size={16} aria-hidden />
          <span className="max-narrow:sr-only">{t('view.button')}</span>
        </button>
      }
    >
      <PopoverHeader title={t('view.panel')} closeLabel={ui('close')} />
      <Suspense fallback={<div className="h-64 w-80 max-w-full" />}>
        <FollowViewPanel onDone={() => setOpen(false)} />
      </Suspense>
    </Popover>
  )
}
