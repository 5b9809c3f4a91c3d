'use client'

import { X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { StepCommands } from '@/components/state/step-commands'
import { useShell } from '@/components/state/use-shell'
import { IconButton } from '@/components/ui/icon-button'
import { vmGuidePath } from '@/lib/contract/vm-reference'
import { runbookOf, type RunbookStep } from '@/lib/retirement/runbook'
import { blockerSources, classSources } from '@/lib/retirement/sources'
import type { ShownItem } from './use-list'

/** Each possible blocker, with its evidence and its documentation. */
function Blockers({ item }: { readonly item: ShownItem }) {
  const t = useTranslations('retirement')
  if (item.blockers.length === 0) return null
  return (
    <section className="flex flex-col gap-2 border-t border-line p-4">
      <h3 className="text-section font-semibold">{t('runbook.why')}</h3>
      <dl className="grid gap-x-4 gap-y-1.5 narrow:grid-cols-[max-content_max-content_minmax(0,1fr)]">
        {item.blockers.map(({ kind, outcome }) => (
          <div key={kind} className="contents">
            <dt className="font-medium">
              <a className="prose-link" href={blockerSources[kind]} target="_blank" rel="noreferrer">
                {t(`blocker.${kind}.name`)}
              </a>
            </dt>
            <dd className={outcome === 'found' ? 'font-semibold' : 'text-text-2'}>{t(`outcome.${outcome}`)}</dd>
            <dd className="text-text-2 max-narrow:mb-2">{t(`blocker.${kind}.${outcome}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Step({ number, step }: { readonly number: number; readonly step: RunbookStep }) {
  const t = useTranslations('retirement.runbook.step')
  const [shell, setShell] = useShell()
  const title = t(`${step.kind}.title`)
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3 border-t border-line px-4 py-4">
      <span
        aria-hidden
        className="flex size-7 items-center justify-center rounded-round border border-ink font-semibold tabular-nums"
      >
        {number}
      </span>
      <div className="flex min-w-0 flex-col gap-2.5">
        <h3 className="flex min-h-7 items-center text-section font-semibold">{title}</h3>
        <p className="prose-body">{t(`${step.kind}.text`)}</p>
        <StepCommands title={title} commands={step.commands} shell={shell} onShellChange={setShell} />
      </div>
    </li>
  )
}

export interface RunbookCardProps {
  readonly item: ShownItem
  readonly tenantId: string
  readonly onClose: () => void
}

/** The steps for one VM or disk, in order. Commands are shown for copying; the product never runs them. */
export function RunbookCard({ item, tenantId, onClose }: RunbookCardProps) {
  const t = useTranslations('retirement')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [item.key])
  const steps = runbookOf(item)
  const title = t('runbook.title', { name: item.name })
  return (
    <article aria-label={title} className="card min-w-0 self-start">
      <header className="flex flex-col gap-2 p-4">
        <div className="flex items-start justify-between gap-3">
          <h2 ref={heading} tabIndex={-1} className="text-verdict font-semibold wrap-anywhere">
            {title}
          </h2>
          <IconButton label={t('runbook.close')} icon={<X size={16} aria-hidden />} onClick={onClose} />
        </div>
        <p className="prose-body">
          {t(`class.${item.kind}.meaning`)} {item.reason !== null && t(`reason.${item.reason}`)}{' '}
          {steps.some(({ kind }) => kind === 'copy-disks') && t('runbook.downtime')}
        </p>
        <p className="text-text-2">{t('runbook.hint')}</p>
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          {item.type === 'vm' && (
            <Link className="prose-link" href={vmGuidePath(item.vm, tenantId)}>
              {t('runbook.guide', { name: item.name })}
            </Link>
          )}
          {classSources[item.kind].map((source, index) => (
            <a key={source} className="prose-link" href={source} target="_blank" rel="noreferrer">
              {t('runbook.sources')} {index + 1}
            </a>
          ))}
        </p>
      </header>
      <Blockers item={item} />
      <ol>
        {steps.map((step, index) => (
          <Step key={step.kind} number={index + 1} step={step} />
        ))}
      </ol>
    </article>
  )
}
