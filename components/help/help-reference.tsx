'use client'

import Link from 'next/link'
import { ChevronLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { insideStepOf } from '@/lib/diagnosis/readiness/inside-steps'
import { prerequisiteKinds } from '@/lib/diagnosis/readiness/kinds'
import { prerequisiteSources } from '@/lib/diagnosis/readiness/sources'
import { steps } from '@/lib/diagnosis/steps'
import { stepKinds, type StepKind } from '@/lib/diagnosis/steps/kinds'
import { stepRights } from '@/lib/diagnosis/steps/types'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { anchorOf, articlePath } from '@/lib/search/articles'
import { GuidedText } from '@/components/state/guided-text'
import { useRemedies } from '@/components/state/use-remedies'
import { Card } from '@/components/ui/card'
import { useAnchor } from './use-anchor'

function StepLink({ kind, words }: { readonly kind: StepKind; readonly words: Remedies }) {
  const path = articlePath({ type: 'step', kind })
  const title = <GuidedText text={words.steps[kind].title} />
  return path === null ? (
    title
  ) : (
    <Link className="prose-link" href={path}>
      {title}
    </Link>
  )
}

function Requirements({ words }: { readonly words: Remedies }) {
  const t = useTranslations('help')
  return (
    <Card title={t('reference.requirements')}>
      <ul>
        {prerequisiteKinds.map((kind) => {
          const update = insideStepOf(kind)
          const { title, text } = words.prerequisites[kind]
          return (
            <li
              key={kind}
              id={anchorOf(`requirement:${kind}`)}
              tabIndex={-1}
              className="scroll-mt-16 border-t border-line py-2.5 first:border-t-0"
            >
              <h3 className="font-medium">
                <GuidedText text={title} />
              </h3>
              <p className="prose-body text-text-2">
                <GuidedText text={text} />{' '}
                <a className="prose-link" href={prerequisiteSources[kind]} rel="noreferrer">
                  {t('reference.source')}
                </a>
              </p>
              {update !== null && <StepLink kind={update} words={words} />}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function Roles({ words }: { readonly words: Remedies }) {
  const t = useTranslations('help')
  const rights = stepRights.filter((right) => right !== 'none')
  return (
    <Card title={t('reference.roles')}>
      <ul>
        {rights.map((right) => (
          <li
            key={right}
            id={anchorOf(`role:${right}`)}
            tabIndex={-1}
            className="scroll-mt-16 border-t border-line py-2.5 first:border-t-0"
          >
            <h3 className="font-medium">{words.rights[right]}</h3>
            <ul className="list-disc pl-5">
              {stepKinds
                .filter((kind) => steps[kind].right === right)
                .map((kind) => (
                  <li key={kind}>
                    <StepLink kind={kind} words={words} />
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The prerequisites of disk encryption, and which role may do which step, each with its own anchor. */
export function HelpReference() {
  const t = useTranslations('help')
  const words = useRemedies()
  useAnchor(words !== undefined && words !== null)
  return (
    <div className="flex max-w-[61rem] flex-col gap-4 p-3 narrow:p-5">
      <header className="flex flex-col gap-2">
        <Link className="prose-link inline-flex items-center gap-1 self-start" href="/help">
          <ChevronLeft size={14} aria-hidden />
          {t('back')}
        </Link>
        <h1 className="text-page font-semibold tracking-heading">{t('reference.title')}</h1>
      </header>
      {words === undefined && <p role="status">{t('loading')}</p>}
      {words === null && <p role="alert">{t('failed')}</p>}
      {words !== undefined && words !== null && (
        <>
          <Requirements words={words} />
          <Roles words={words} />
        </>
      )}
    </div>
  )
}
