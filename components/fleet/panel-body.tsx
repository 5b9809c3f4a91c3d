'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import { FlagChip } from '@/components/state/flag-chip'
import { orderFlags } from '@/components/state/flag-order'
import { StateChip } from '@/components/state/state-chip'
import { Age } from '@/components/state/age'
import type { ApiProblem } from '@/components/providers/api-problem'
import { useErrorNext } from '@/components/providers/use-error-next'
import type { VmDetail } from '@/lib/contract/vm'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { duringOf, nextOf, sentenceOf } from '@/lib/views/verdict-summary'
import { panelFacts, type PanelFacts } from './panel-facts'
import { PanelEvidence } from './panel-evidence'
import { PanelMessage } from './panel-message'
import { ProgressCell } from '@/components/state/progress-cell'
import { useKeptText } from './use-draft-text'
import { acknowledgeableOf } from '@/lib/views/acknowledgement'

const AcknowledgementCard = lazy(() => import('@/components/notes/acknowledgement-card'))

function Verdict({ facts }: { readonly facts: PanelFacts }) {
  const t = useTranslations('verdict')
  const { summary } = facts
  const next = nextOf(summary)
  const during = duringOf(summary)
  const flags = summary.reading === 'read' ? orderFlags(summary.flags, summary.state) : []
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <StateChip state={summary.state} size="header" />
        {flags.map((code) => (
          <FlagChip key={code} code={code} />
        ))}
      </div>
      <p className="text-verdict-small font-medium">{t(`sentence.${sentenceOf(summary)}`)}</p>
      <div className="flex flex-col gap-1.5 rounded-card border border-line bg-canvas px-3 py-2.5">
        <ProgressCell row={facts.progressRow} hideNone />
        <p>
          <strong className="font-semibold">{t(`next.${next.code}.title`)}</strong>{' '}
          <span className="text-text-2">{t(`next.${next.code}.text`)}</span>
        </p>
        {during !== null && <p className="font-medium">{t(`during.${during}`)}</p>}
      </div>
    </section>
  )
}

/** Notes that what is shown is older than the last attempt. */
function KeptNote({ entry }: { readonly entry: FleetEntry }) {
  const t = useTranslations('fleet.panel')
  const keptText = useKeptText()
  const { kept, evidenceAt } = entry
  if (kept === null || kept === 're-reading' || evidenceAt === null) return null
  return <p className="text-text-2">{t.rich('kept', { age: () => <Age at={evidenceAt} />, why: keptText(kept) })}</p>
}

/** Why a VM could not be read, as far as its row contains it. */
function ReadErrorNote({ entry }: { readonly entry: FleetEntry }) {
  const errors = useTranslations('errors')
  const next = useErrorNext()
  if (entry.readError === null) return null
  return (
    <p className="text-text-2">
      {errors(`${entry.readError}.cause`)} {next(entry.readError)}
    </p>
  )
}

export interface PanelBodyProps {
  readonly entry: FleetEntry | undefined
  readonly vm: VmDetail | undefined
  /** Why the VM's own reading failed. */
  readonly problem: ApiProblem | null
  readonly isReading: boolean
}

function Evidence({ entry, vm, problem, isReading }: PanelBodyProps) {
  const t = useTranslations('fleet.panel')
  const errors = useTranslations('errors')
  const next = useErrorNext()
  return (
    <section>
      <div className="flex items-baseline justify-between gap-2 pb-2">
        <h3 className="text-section font-semibold">{t('evidence')}</h3>
        {vm !== undefined && (
          <span className="text-meta text-text-2">
            {t.rich('readAgo', { age: () => <Age at={vm.readAt} style="sentence" /> })}
          </span>
        )}
      </div>
      {vm !== undefined && <PanelEvidence rows={vm.evidence} readAt={vm.readAt} />}
      {vm === undefined && isReading && <p className="text-text-2">{t('loading')}</p>}
      {vm === undefined && entry?.reading === 'inventory' && <p className="text-text-2">{t('inventory')}</p>}
      {problem !== null && (
        <p className="text-text-2">
          {t('failed', { title: errors(`${problem.code}.title`) })} {next(problem.code)}
        </p>
      )}
    </section>
  )
}

/** The verdict, the next step, the evidence and the last message; a failure's message stands above the evidence. */
export function PanelBody(props: PanelBodyProps) {
  const { entry, vm, problem, isReading } = props
  const t = useTranslations('fleet.panel')
  const facts = panelFacts(entry, vm)
  const isFailed = facts?.summary.state === 'failed'
  const message = facts?.summary.reading === 'read' && (
    <PanelMessage progress={facts.progressRow.progress} volumes={facts.volumes} flags={facts.summary.flags} />
  )
  return (
    <div className="flex flex-col gap-5 px-4 py-4 narrow:px-5">
      {facts === null && !isReading && problem !== null && <p>{t('notInFleet')}</p>}
      {facts !== null && <Verdict facts={facts} />}
      {isFailed && message}
      {entry !== undefined && (
        <Suspense fallback={null}>
          <AcknowledgementCard vm={acknowledgeableOf(entry)} />
        </Suspense>
      )}
      {entry !== undefined && <KeptNote entry={entry} />}
      {entry !== undefined && <ReadErrorNote entry={entry} />}
      <Evidence {...props} />
      {!isFailed && message}
    </div>
  )
}
