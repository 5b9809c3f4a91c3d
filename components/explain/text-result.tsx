'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { GuidedText } from '@/components/state/guided-text'
import { helpPath } from '@/components/state/help-path'
import { KindMeaning } from '@/components/state/kind-meaning'
import { MessageText } from '@/components/state/message-text'
import { useRemedies } from '@/components/state/use-remedies'
import { Card } from '@/components/ui/card'
import { hasUnknownAfter, type ExplainedText, type TextMessage } from '@/lib/diagnosis/text/explain-text'
import type { WeighedProblem } from '@/lib/diagnosis/troubleshoot'

const causeLimit = 3

function Around({ message }: { readonly message: TextMessage }) {
  const t = useTranslations('explain')
  const lines = useTranslations('troubleshoot.inside')
  const forms = [...new Set(message.within)].filter((form) => form !== 'escaped').map((form) => t(`within.${form}`))
  const code = [message.status, message.code].filter((part) => part !== null).join(' ')
  return (
    <p className="text-meta text-text-2">
      {[
        ...(message.machine === null ? [] : [message.machine]),
        lines('line', { number: message.line }),
        ...(message.at === null ? [] : [message.at]),
        ...forms,
        ...(code === '' ? [] : [code]),
      ].join(' · ')}
    </p>
  )
}

function Message({ message }: { readonly message: TextMessage }) {
  return (
    <div className="flex flex-col gap-1">
      <Around message={message} />
      <MessageText text={message.text} />
      <KindMeaning kind={message.kind} showsNext={message.showsNext} />
    </div>
  )
}

function Problem({ problem }: { readonly problem: WeighedProblem }) {
  const t = useTranslations('explain')
  const severities = useTranslations('troubleshoot.severity')
  const supports = useTranslations('troubleshoot.support')
  const words = useRemedies()
  if (words === undefined || words === null) return null
  const { title, meaning, consequence } = words.problems[problem.kind]
  const [likeliest] = problem.causes
  return (
    <Card title={title}>
      <p className={problem.severity === 'error' ? 'font-semibold' : 'text-meta text-text-2'}>
        {severities(problem.severity)}
      </p>
      <p>
        <GuidedText text={`${meaning} ${consequence}`} />
      </p>
      <h3 className="mt-3 font-semibold">{t('causes')}</h3>
      <ol className="flex list-decimal flex-col gap-1 pl-6">
        {problem.causes.slice(0, causeLimit).map(({ kind, support }) => (
          <li key={kind}>
            <span className="font-medium">{words.causes[kind].title}</span> ({supports(support)})
          </li>
        ))}
      </ol>
      {likeliest !== undefined && (
        <>
          <h3 className="mt-3 font-semibold">{t('steps')}</h3>
          <ol className="flex list-decimal flex-col gap-1 pl-6">
            {likeliest.steps.map((step) => (
              <li key={step}>{words.steps[step].title}</li>
            ))}
          </ol>
        </>
      )}
      <Link className="prose-link mt-3 inline-block font-medium" href={helpPath(problem.kind)}>
        {t('openHelp')}
      </Link>
    </Card>
  )
}

/** The deciding message, its meaning and the next step; then the other messages in order. */
export function TextResult({ text }: { readonly text: ExplainedText }) {
  const t = useTranslations('explain')
  const logs = useTranslations('troubleshoot.inside')
  const deciding = text.messages.find(({ decides }) => decides)
  const others = text.messages.filter((message) => message !== deciding)
  const step = text.osSteps.at(-1)
  return (
    <>
      {deciding !== undefined && (
        <Card title={t('message')}>
          <Message message={deciding} />
          {step !== undefined && (
            <p className="mt-2">{logs.rich('step', { step: () => <code dir="ltr">{step}</code> })}</p>
          )}
          {text.problems.length === 0 && <p className="mt-2">{t('noProblem')}</p>}
          <p className="mt-2 text-meta text-text-2">{t('noDisk')}</p>
          {hasUnknownAfter(text) && <p className="mt-2">{t('unknownAfter')}</p>}
          {text.order !== 'text' && <p className="mt-2">{t(`order.${text.order}`)}</p>}
          {text.cut && <p className="text-meta text-text-2">{logs('cut')}</p>}
        </Card>
      )}
      {text.problems.map((problem) => (
        <Problem key={problem.kind} problem={problem} />
      ))}
      {others.length > 0 && (
        <Card title={t(deciding === undefined || text.order === 'unknown' ? 'othersOfUnknownOrder' : 'others')}>
          {text.answered && <p className="mb-2">{t('answered')}</p>}
          {text.order === 'machines' && <p className="mb-2">{t('order.machines')}</p>}
          <details>
            <summary className="prose-link cursor-pointer">{t('othersOpen', { count: others.length })}</summary>
            <ol className="mt-3 flex flex-col gap-3">
              {others.map((message) => (
                <li key={`${message.line} ${message.kind}`}>
                  <Message message={message} />
                </li>
              ))}
            </ol>
          </details>
        </Card>
      )}
    </>
  )
}
