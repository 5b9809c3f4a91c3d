'use client'

import Link from 'next/link'
import { ChevronLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { causes } from '@/lib/diagnosis/causes'
import { helpSteps } from '@/lib/diagnosis/causes/help-steps'
import { unknownSubject } from '@/lib/diagnosis/commands/unknown-subject'
import type { ProblemKind } from '@/lib/diagnosis/kinds'
import { problemSources } from '@/lib/diagnosis/sources'
import { steps } from '@/lib/diagnosis/steps'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { GuidedText } from '@/components/state/guided-text'
import { StepItem } from '@/components/state/step-item'
import { useRemedies } from '@/components/state/use-remedies'
import { useShell } from '@/components/state/use-shell'
import { withValues } from '@/lib/i18n/with-values'
import { anchorOf } from '@/lib/search/articles'
import { Card } from '@/components/ui/card'
import { useAnchor } from './use-anchor'

interface PartProps {
  readonly kind: ProblemKind
  readonly words: Remedies
}

function Meaning({ kind, words }: PartProps) {
  const t = useTranslations('help')
  const { meaning, consequence } = words.problems[kind]
  return (
    <Card title={t('meaning')}>
      <div className="prose-body flex flex-col gap-3">
        <p>
          <GuidedText text={meaning} />
        </p>
        <h3 className="text-meta font-medium text-text-2">{t('consequence')}</h3>
        <p>
          <GuidedText text={consequence} />
        </p>
      </div>
    </Card>
  )
}

function Causes({ kind, words }: PartProps) {
  const t = useTranslations('help')
  return (
    <Card title={t('causes')}>
      <ol className="flex flex-col gap-3">
        {causes[kind].map(({ cause }) => (
          <li key={cause} id={anchorOf(`cause:${cause}`)} tabIndex={-1} className="scroll-mt-16">
            <h3 className="font-medium">
              <GuidedText text={words.causes[cause].title} />
            </h3>
            <p className="prose-body text-text-2">
              <GuidedText text={withValues(words.causes[cause].text, {})} />
            </p>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Steps({ kind, words }: PartProps) {
  const t = useTranslations('help')
  const [shell, setShell] = useShell()
  return (
    <Card title={t('steps')} padded={false}>
      <p className="prose-body px-4 pb-3 text-text-2">{t('own')}</p>
      <ol>
        {helpSteps(kind).map((step, index) => {
          const { phase, right, risks, commands } = steps[step]
          const filled = commands === null ? {} : commands(unknownSubject)
          return (
            <StepItem
              key={step}
              id={anchorOf(`step:${step}`)}
              number={index + 1}
              step={{ kind: step, phase, right, risks, commands: filled }}
              words={words}
              shell={shell}
              onShellChange={setShell}
            />
          )
        })}
      </ol>
    </Card>
  )
}

function Sources({ kind }: { readonly kind: ProblemKind }) {
  const t = useTranslations('help')
  return (
    <Card title={t('sources')}>
      <ul className="flex flex-col gap-1">
        {problemSources[kind].map((address, index) => (
          <li key={address}>
            <a className="prose-link wrap-anywhere" href={address} rel="noreferrer" dir="ltr">
              {address || t('source', { number: index + 1 })}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Everything that is known of one kind of problem, for any reader of the link. */
export function HelpArticle({ kind }: { readonly kind: ProblemKind }) {
  const t = useTranslations('help')
  const words = useRemedies()
  useAnchor(words !== undefined && words !== null)
  if (words === undefined || words === null) {
    return (
      <p role="status" className="p-5 text-text-2">
        {words === null ? t('failed') : t('loading')}
      </p>
    )
  }
  return (
    <article className="flex max-w-[61rem] flex-col gap-4 p-3 narrow:p-5">
      <header className="flex flex-col gap-2">
        <Link className="prose-link inline-flex items-center gap-1 self-start" href="/help">
          <ChevronLeft size={14} aria-hidden />
          {t('back')}
        </Link>
        <h1 className="text-page font-semibold tracking-heading">{words.problems[kind].title}</h1>
      </header>
      <Meaning kind={kind} words={words} />
      <Causes kind={kind} words={words} />
      <Steps kind={kind} words={words} />
      <Sources kind={kind} />
    </article>
  )
}
