'use client'

import { useTranslations } from 'next-intl'
import type { FlagCode, Progress } from '@/lib/contract/codes'
import { CheckedGuidanceSteps, GuidanceSteps } from '@/components/state/guidance-steps'
import { GuidedText } from '@/components/state/guided-text'
import { MessageText } from '@/components/state/message-text'
import { useGuidance } from '@/components/state/use-guidance'
import { useRemedies } from '@/components/state/use-remedies'
import { Card } from '@/components/ui/card'
import type { ProblemKind } from '@/lib/contract/codes'
import { shortenSecretUrls } from '@/lib/shared/secret-url'
import { showsNextSteps } from '@/lib/views/next-steps'

export interface MessageCardProps {
  readonly progress: Progress
  /** The most serious problem of the VM, whose name stands above the message; null where nothing is wrong. */
  readonly problem?: ProblemKind | null
  /** The OS volume and the data volumes: what runs on them decides whether the next steps are shown. */
  readonly volumes: Parameters<typeof showsNextSteps>[1]
  readonly flags: readonly FlagCode[]
  /** What other tools show instead of an empty message; null without one. */
  readonly displayStatus: string | null
  /** Whether the next steps wait for a check that nothing runs in the VM, or do not fit what stands beside the message. */
  readonly next?: 'shown' | 'checked' | 'hidden'
}

/** What is wrong, by the texts of guided troubleshooting, which are loaded only where something is. */
function ProblemName({ problem }: { readonly problem: ProblemKind }) {
  const words = useRemedies()
  if (words === undefined || words === null) return null
  const { title, meaning } = words.problems[problem]
  return (
    <div className="prose-body mb-3">
      <h3 className="text-verdict-small font-semibold">{title}</h3>
      <p>
        <GuidedText text={meaning} />
      </p>
    </div>
  )
}

/** The last message, its meaning and the next steps: the guided part of a VM's page for the whole run. */
export function MessageCard(props: MessageCardProps) {
  const { progress, problem = null, volumes, flags, displayStatus, next = 'shown' } = props
  const t = useTranslations('vm.message')
  const phase = useTranslations('facts.phase')
  const { message, messageKind } = progress
  const guidance = useGuidance(messageKind)
  const Steps = next === 'checked' ? CheckedGuidanceSteps : GuidanceSteps
  return (
    <Card title={t('title')} hint={progress.phase === null ? undefined : phase(progress.phase)}>
      {problem !== null && <ProblemName problem={problem} />}
      {message !== null && message !== '' && <MessageText text={shortenSecretUrls(message)} />}
      {(message === null || message === '') && (
        <p className="text-text-2">
          {t('none')} {displayStatus !== null && t('displayStatus', { text: displayStatus })}
        </p>
      )}
      {messageKind === 'unrecognised' && <p className="mt-3 text-text-2">{t('unrecognised')}</p>}
      {guidance !== null && guidance !== undefined && (
        <div className="prose-body mt-3 flex flex-col gap-3">
          <div>
            <h3 className="text-meta font-medium text-text-2">{t('meaning')}</h3>
            <p>
              <GuidedText text={guidance.meaning} />
            </p>
          </div>
          {next !== 'hidden' && showsNextSteps(progress.phase, volumes, flags) && (
            <div>
              <h3 className="text-meta font-medium text-text-2">{t('steps')}</h3>
              <Steps next={guidance.next} />
            </div>
          )}
        </div>
      )}
    </Card>
  )
}
