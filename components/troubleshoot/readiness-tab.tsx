'use client'

import { CircleCheck, CircleDashed, CircleX, EyeOff, Lock, Minus, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Prerequisite, Troubleshoot } from '@/lib/contract/troubleshoot'
import type { VmReference } from '@/lib/contract/vm-reference'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { problemOf } from '@/components/providers/api-problem'
import { useTroubleshoot } from '@/components/queries/use-troubleshoot'
import { GuidedText } from '@/components/state/guided-text'
import { useRemedies } from '@/components/state/use-remedies'
import { withValues } from '@/components/state/with-values'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { classNames } from '@/components/ui/class-names'
import { EmptyCard } from '@/components/ui/empty-card'
import { ReadsCard } from './reads-card'

type Outcome = Prerequisite['outcome']

const icons: Readonly<Record<Outcome, LucideIcon>> = {
  fail: CircleX,
  warn: TriangleAlert,
  'not-allowed': Lock,
  unread: CircleDashed,
  'not-visible': EyeOff,
  pass: CircleCheck,
  'not-applicable': Minus,
}

const colours: Readonly<Record<Outcome, string>> = {
  fail: 'state-failed text-mark',
  warn: 'state-restart-pending text-mark',
  'not-allowed': 'text-text-2',
  unread: 'text-text-2',
  'not-visible': 'text-text-2',
  pass: 'text-text-2',
  'not-applicable': 'text-text-3',
}

const order: readonly Outcome[] = ['fail', 'warn', 'not-allowed', 'unread', 'pass', 'not-visible', 'not-applicable']

interface GroupProps {
  readonly outcome: Outcome
  readonly checks: readonly Prerequisite[]
  readonly words: Remedies
}

/** All checks with one outcome: what was looked at, what was found, and why it matters. */
function Group({ outcome, checks, words }: GroupProps) {
  const t = useTranslations('troubleshoot.readiness')
  const reads = useTranslations('troubleshoot.reads')
  const Icon = icons[outcome]
  return (
    <Card title={t(`outcome.${outcome}`)} hint={t('count', { count: checks.length })} padded={false}>
      <ul>
        {checks.map(({ kind, reason, values, missing }) => (
          <li key={kind} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 border-t border-line px-4 py-2.5">
            <Icon size={16} aria-hidden className={classNames('mt-0.5', colours[outcome])} />
            <div className="grid min-w-0 gap-x-4 narrow:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
              <h3 className="font-medium">{words.prerequisites[kind].title}</h3>
              <div>
                <p>
                  <GuidedText text={withValues(words.reasons[reason], values)} />
                  {missing !== null && ` (${reads(`name.${missing}`)})`}
                </p>
                <p className="text-meta text-text-2">
                  <GuidedText text={words.prerequisites[kind].text} />
                </p>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Sum({ readiness }: { readonly readiness: Troubleshoot['readiness'] }) {
  const t = useTranslations('troubleshoot.readiness')
  return (
    <Card title={t('title')}>
      <p className="text-verdict-small font-semibold">{t(`sum.${readiness}`)}</p>
      <p className="prose-body mt-1">{t(`sumText.${readiness}`)}</p>
      <p className="prose-body mt-1 text-text-2">{t('done')}</p>
    </Card>
  )
}

function Checks({ answer, words }: { readonly answer: Troubleshoot; readonly words: Remedies }) {
  return (
    <div className="grid gap-4 wide:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <Sum readiness={answer.readiness} />
        {order.map((outcome) => {
          const checks = answer.prerequisites.filter((check) => check.outcome === outcome)
          return checks.length === 0 ? null : <Group key={outcome} outcome={outcome} checks={checks} words={words} />
        })}
      </div>
      <div className="min-w-0">
        <ReadsCard reads={answer.reads} />
      </div>
    </div>
  )
}

/** Would encryption work if it were started now? Each check with what was found. */
export function ReadinessTab({ reference }: { readonly reference: VmReference }) {
  const t = useTranslations('troubleshoot')
  const errors = useTranslations('errors')
  const query = useTroubleshoot(reference)
  const words = useRemedies()
  if (query.isError || words === null) {
    return (
      <EmptyCard
        icon={<TriangleAlert size={20} aria-hidden />}
        title={t('failed')}
        actions={<Button onClick={() => void query.refetch()}>{t('tryAgain')}</Button>}
      >
        {query.isError && errors(`${problemOf(query.error).code}.cause`)}
      </EmptyCard>
    )
  }
  if (query.data === undefined || words === undefined) {
    return (
      <p role="status" className="text-text-2">
        {t('loading')}
      </p>
    )
  }
  return <Checks answer={query.data} words={words} />
}
