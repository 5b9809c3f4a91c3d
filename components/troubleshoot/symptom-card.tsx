'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { WorkProgress } from '@/lib/contract/work-progress'
import type { Problem } from '@/lib/contract/troubleshoot'
import type { VmDetail } from '@/lib/contract/vm'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { shortenSecretUrls } from '@/lib/shared/secret-url'
import { WorkProgressLines } from '@/components/state/work-progress-lines'
import { GuidanceSteps } from '@/components/state/guidance-steps'
import { GuidedText } from '@/components/state/guided-text'
import { MessageText } from '@/components/state/message-text'
import { useGuidance } from '@/components/state/use-guidance'
import { Card } from '@/components/ui/card'
import { helpPath } from '@/components/state/help-path'
import { showsNextSteps } from '@/lib/views/next-steps'

export interface SymptomCardProps {
  readonly vm: VmDetail
  readonly problem: Problem
  readonly workProgress: WorkProgress
  readonly words: Remedies
}

function Part({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div>
      <h3 className="text-meta font-medium text-text-2">{title}</h3>
      <p>
        <GuidedText text={text} />
      </p>
    </div>
  )
}

/** Azure's message, verbatim, and its meaning for this VM. */
export function SymptomCard({ vm, problem, workProgress, words }: SymptomCardProps) {
  const t = useTranslations('troubleshoot.symptom')
  const phase = useTranslations('facts.phase')
  const { progress } = vm.verdict
  const flags = vm.verdict.flags.map(({ code }) => code)
  const guidance = useGuidance(progress.messageKind)
  const status = vm.statuses[0]
  const message = progress.message ?? ''
  const { title, meaning, consequence } = words.problems[problem.kind]
  const hint = [status?.code, progress.phase === null ? undefined : phase(progress.phase)].filter(
    (text) => text !== undefined,
  )
  return (
    <Card title={t('title')} hint={hint.length === 0 ? undefined : hint.join(' · ')}>
      {message === '' ? <p className="text-text-2">{t('none')}</p> : <MessageText text={shortenSecretUrls(message)} />}
      <div className="prose-body mt-3 flex flex-col gap-3">
        <p className="text-verdict-small font-semibold">{title}</p>
        <WorkProgressLines workProgress={workProgress} />
        <Part title={t('means')} text={meaning} />
        <Part title={t('follows')} text={consequence} />
        {guidance !== null && guidance !== undefined && message !== '' && (
          <>
            <Part title={t('says')} text={guidance.meaning} />
            {showsNextSteps(progress.phase, [vm.verdict.os, vm.verdict.data], flags) && (
              <GuidanceSteps next={guidance.next} />
            )}
          </>
        )}
        <Link className="prose-link self-start" href={helpPath(problem.kind)}>
          {t('help')}
        </Link>
      </div>
    </Card>
  )
}
