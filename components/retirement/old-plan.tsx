'use client'

import { HardDriveDownload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { saveFile } from '@/components/state/save-file'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import type { DraftPlan } from '@/lib/retirement/waves'
import { useOldPlan } from './use-old-plan'

export interface OldPlanProps {
  /** Before all VMs are listed, an import would leave some of them out. */
  readonly isLoading: boolean
  /** @returns whether everything was saved on the server */
  readonly onImport: (draft: DraftPlan) => Promise<boolean>
}

/** Offers to share the plan that an earlier version stored in this browser. It stays here until it is imported. */
export function OldPlan({ isLoading, onImport }: OldPlanProps) {
  const t = useTranslations('retirement.waves')
  const old = useOldPlan()
  if (old === null) return null
  const { draft, text, forget } = old
  const take = async () => {
    if (await onImport(draft)) forget()
  }
  return (
    <Banner
      icon={<HardDriveDownload size={16} aria-hidden />}
      title={t('oldTitle')}
      action={
        <span className="flex flex-wrap gap-2">
          <Button size="small" disabledReason={isLoading ? t('suggestLater') : null} onClick={() => void take()}>
            {t('oldImport')}
          </Button>
          <Button size="small" onClick={() => void saveFile('sealwatch-waves.json', 'application/json', [text])}>
            {t('oldSave')}
          </Button>
          <Button size="small" onClick={forget}>
            {t('oldForget')}
          </Button>
        </span>
      }
    >
      {t('oldText', { waves: draft.waves.length, members: Object.keys(draft.members).length })}
    </Banner>
  )
}
