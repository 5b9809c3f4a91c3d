'use client'

import { SquareTerminal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import { Button } from '@/components/ui/button'
import { Popover, PopoverHeader } from '@/components/ui/popover'

const Panel = lazy(() => import('./selection-commands-panel'))

/** The button of the commands; their own code is loaded on opening. */
export default function SelectionCommandsButton() {
  const t = useTranslations('inbox.selection')
  const ui = useTranslations('ui')
  return (
    <Popover
      label={t('button')}
      className="w-[min(44rem,calc(100vw-1rem))]"
      trigger={
        <Button size="small" icon={<SquareTerminal size={16} aria-hidden />}>
          {t('button')}
        </Button>
      }
    >
      <PopoverHeader title={t('button')} closeLabel={ui('close')} />
      <Suspense fallback={<div className="h-64" />}>
        <Panel />
      </Suspense>
    </Popover>
  )
}
