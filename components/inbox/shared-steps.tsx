'use client'

import { useTranslations } from 'next-intl'
import type { ProblemKind } from '@/lib/contract/codes'
import { helpSteps } from '@/lib/diagnosis/causes/help-steps'
import { steps } from '@/lib/diagnosis/steps'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { GuidedText } from '@/components/state/guided-text'

/**
 * The checks that hold for every VM with a problem. What may be changed depends on the VM, so only the guide of each VM
 * says that.
 */
export default function SharedSteps({ problem, words }: { readonly problem: ProblemKind; readonly words: Remedies }) {
  const t = useTranslations('inbox')
  const checks = helpSteps(problem).filter((kind) => steps[kind].phase === 'check' && steps[kind].risks.length === 0)
  if (checks.length === 0) return null
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-meta font-medium text-text-2">{t('sharedSteps')}</h3>
      <ol className="list-decimal pl-5">
        {checks.map((kind) => (
          <li key={kind}>
            <details>
              <summary className="min-h-7 cursor-pointer content-center">
                <GuidedText text={words.steps[kind].title} />
              </summary>
              <p className="prose-body pb-2 text-text-2">
                <GuidedText text={words.steps[kind].text} />
              </p>
            </details>
          </li>
        ))}
      </ol>
      <p className="text-text-2">{t('ownSteps')}</p>
    </div>
  )
}
