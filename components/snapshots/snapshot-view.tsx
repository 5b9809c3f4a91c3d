'use client'

import { Camera } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'

const SnapshotViewPanel = lazy(() => import('./snapshot-view-panel'))

/**
 * The button that shares the filtered fleet with readers without permissions. The dialog's code is loaded on opening.
 */
export function SnapshotView({ mostHours }: { readonly mostHours: number }) {
  const t = useTranslations('snapshots.dialog')
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        title={t('button')}
        className={`${buttonStyle('quiet', 'small')} pointer-coarse:min-h-11`}
        onClick={() => setOpen(true)}
      >
        <Camera size={16} aria-hidden />
        <span className="max-narrow:sr-only">{t('button')}</span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <SnapshotViewPanel mostHours={mostHours} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
