'use client'

import { useTranslations } from 'next-intl'
import { GuidanceSteps } from '@/components/state/guidance-steps'
import { GuidedText } from '@/components/state/guided-text'
import { MessageText } from '@/components/state/message-text'
import { useGuidance } from '@/components/state/use-guidance'
import type { FlagCode, Progress } from '@/lib/contract/codes'
import { showsNextSteps } from '@/lib/views/next-steps'

export interface PanelMessageProps {
  readonly progress: Progress
  /** The OS volume and the data volumes: what runs on them decides whether the next steps are shown. */
  readonly volumes: Parameters<typeof showsNextSteps>[1]
  readonly flags: readonly FlagCode[]
}

/** The last message, unchanged, and its meaning. */
export function PanelMessage({ progress, volumes, flags }: PanelMessageProps) {
  const t = useTranslations('fleet.panel')
  const vm = useTranslations('vm.message')
  const guidance = useGuidance(progress.messageKind)
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-section font-semibold">{t('message')}</h3>
      {progress.message === null || progress.message === '' ? (
        <p className="text-text-2">{t('noMessage')}</p>
      ) : (
        <MessageText text={progress.message} />
      )}
      {progress.messageKind === 'unrecognised' && <p className="text-text-2">{vm('unrecognised')}</p>}
      {guidance !== null && guidance !== undefined && (
        <div className="prose-body flex flex-col gap-2">
          <h4 className="text-meta font-medium text-text-2">{vm('meaning')}</h4>
          <p>
            <GuidedText text={guidance.meaning} />
          </p>
          {showsNextSteps(progress.phase, volumes, flags) && (
            <>
              <h4 className="text-meta font-medium text-text-2">{vm('steps')}</h4>
              <GuidanceSteps next={guidance.next} />
            </>
          )}
        </div>
      )}
    </section>
  )
}
