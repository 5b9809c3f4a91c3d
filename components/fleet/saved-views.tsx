'use client'

import { Bookmark } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { Popover, PopoverHeader } from '@/components/ui/popover'
import type { ViewProps } from './view-entries'

const SavedViewsPanel = lazy(() => import('./saved-views-panel'))

/** The button of the saved views. The panel's code is loaded on opening. */
export function SavedViews(props: ViewProps) {
  const t = useTranslations('fleet.views')
  const ui = useTranslations('ui')
  const [open, setOpen] = useState(false)
  return (
    <Popover
      align="end"
      label={t('button')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          title={t('button')}
          className={`${buttonStyle('quiet', 'small')} pointer-coarse:min-h-11`}
        >
          <Bookmark size={16} aria-hidden />
          <span className="max-narrow:sr-only">{t('button')}</span>
        </button>
      }
    >
      <PopoverHeader title={t('button')} closeLabel={ui('close')} />
      <Suspense fallback={<div className="h-64 w-96 max-w-full" />}>
        <SavedViewsPanel {...props} onDone={() => setOpen(false)} />
      </Suspense>
    </Popover>
  )
}
