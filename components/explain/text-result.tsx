'use client'

import { useTranslations } from 'next-intl'
import { KindMeaning } from '@/components/state/kind-meaning'
import { MessageText } from '@/components/state/message-text'
import { Card } from '@/components/ui/card'
import { isContradicted } from '@/lib/diagnosis/contradicted'
import { ownStepsCheck } from '@/lib/diagnosis/steps/own-steps'
import { hasUnknownAfter, type ExplainedText, type TextMessage } from '@/lib/diagnosis/text/explain-text'
import { LineAgeText } from './line-age'
import { ProblemResult } from './problem-result'

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
        ...(message.at === null ? [] : [message.at.replace('T', ' ').replace(/\.000(?=Z?$)/, '')]),
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
      <KindMeaning kind={message.kind} showsNext={message.showsNext} check={ownStepsCheck(message.kind)} />
    </div>
  )
}

interface DecidingProps {
  readonly text: ExplainedText
  readonly message: TextMessage
}

/** The deciding message with its age, and what it cannot show. */
function Deciding({ text, message }: DecidingProps) {
  const t = useTranslations('explain')
  const logs = useTranslations('troubleshoot.inside')
  const step = text.osSteps.at(-1)
  return (
    <div className="flex flex-col gap-2">
      <LineAgeText at={message.at} />
      <Message message={message} />
      {step !== undefined && <p>{logs.rich('step', { step: () => <code dir="ltr">{step}</code> })}</p>}
      {isContradicted(text.problems) && <p className="font-medium">{t('contradicted')}</p>}
      <p className="text-meta text-text-2">{t('noDisk')}</p>
      {hasUnknownAfter(text) && <p>{t('unknownAfter')}</p>}
      {text.order !== 'text' && <p>{t(`order.${text.order}`)}</p>}
      {text.cut && <p className="text-meta text-text-2">{logs('cut')}</p>}
    </div>
  )
}

/** What the deciding message shows, the problem above the line that shows it; then the other messages in order. */
export function TextResult({ text }: { readonly text: ExplainedText }) {
  const t = useTranslations('explain')
  const deciding = text.messages.find(({ decides }) => decides)
  const others = text.messages.filter((message) => message !== deciding)
  const [first, ...rest] = text.problems
  return (
    <>
      {deciding !== undefined && first !== undefined && (
        <ProblemResult problem={first} steps={text.steps}>
          <h3 className="mt-3 mb-1 font-semibold">{t('message')}</h3>
          <Deciding text={text} message={deciding} />
        </ProblemResult>
      )}
      {deciding !== undefined && first === undefined && (
        <Card title={t('noProblem')}>
          <Deciding text={text} message={deciding} />
        </Card>
      )}
      {rest.map((problem) => (
        <ProblemResult key={problem.kind} problem={problem} steps={text.steps} />
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
