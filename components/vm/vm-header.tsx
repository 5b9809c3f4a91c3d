'use client'

import { ChevronRight, RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { rowSince } from '@/lib/contract/row-since'
import type { VmDetail } from '@/lib/contract/vm'
import { progressRowOf } from '@/lib/views/fleet-reading'
import { sentenceOf } from '@/lib/views/verdict-summary'
import { CopyLink } from '@/components/state/copy-link'
import { FlagChip } from '@/components/state/flag-chip'
import { PortalLink } from '@/components/state/portal-link'
import { ProgressCell } from '@/components/state/progress-cell'
import { PowerText } from '@/components/state/power-text'
import { useSinceText } from '@/components/state/since-text'
import { StateChip } from '@/components/state/state-chip'
import { Button } from '@/components/ui/button'
import { showsFile } from '@/lib/shared/moment'
import { summaryOf } from './vm-summary'

export interface VmHeaderProps {
  readonly vm: VmDetail
  readonly reading: boolean
  readonly onRecheck: () => void
  /** Buttons that other parts of the screen add. */
  readonly actions: ReactNode
}

function Breadcrumb({ vm }: { readonly vm: VmDetail }) {
  const t = useTranslations('vm')
  const step = <ChevronRight size={14} aria-hidden className="text-text-3" />
  const { subscriptionId, resourceGroup, tenantId } = vm
  const fleet = (filters: Readonly<Record<string, string>>): string =>
    `/?${new URLSearchParams({ ...filters, tenant: tenantId }).toString()}`
  return (
    <nav aria-label={t('breadcrumb')} className="text-body text-text-2">
      <ol className="flex flex-wrap items-center gap-1">
        <li>
          <Link className="prose-link" href={fleet({})}>
            {t('fleet')}
          </Link>
        </li>
        {step}
        <li dir="ltr" className="wrap-anywhere" title={subscriptionId}>
          <Link className="prose-link" href={fleet({ subscription: subscriptionId })}>
            {vm.subscriptionName ?? subscriptionId}
          </Link>
        </li>
        {step}
        <li dir="ltr" className="wrap-anywhere">
          <Link className="prose-link" href={fleet({ subscription: subscriptionId, group: resourceGroup })}>
            {resourceGroup}
          </Link>
        </li>
      </ol>
    </nav>
  )
}

function Meta({ vm }: { readonly vm: VmDetail }) {
  const t = useTranslations('vm.meta')
  const facts = useTranslations('facts')
  const os = [vm.osName ?? vm.osType, vm.osVersion].filter((text) => text !== null).join(' ')
  const rows = [
    { key: 'os', label: t('os'), value: os === '' ? '–' : os },
    { key: 'size', label: t('size'), value: vm.size ?? '–' },
    { key: 'region', label: t('region'), value: vm.region ?? '–' },
    { key: 'power', label: t('power'), value: <PowerText power={vm.power} /> },
    { key: 'pass', label: t('pass'), value: facts(`pass.${vm.verdict.pass}`) },
    { key: 'extension', label: t('extension'), value: vm.extension?.version ?? '–' },
  ]
  return (
    <dl aria-label={t('label')} className="flex flex-wrap gap-x-3 gap-y-1 text-meta">
      {rows.map((row) => (
        <div key={row.key} className="flex min-w-0 gap-1 border-l border-line-strong pl-3 first:border-0 first:pl-0">
          <dt className="text-text-3">{row.label}</dt>
          <dd className="min-w-0 wrap-anywhere text-text-2">{row.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** How long the VM has been in its state, and whether it is possibly stuck in it. */
function InState({ vm: { verdict, workProgress } }: { readonly vm: VmDetail }) {
  const t = useTranslations('states.since')
  const since = useSinceText()
  const { history } = workProgress
  const length = since.short(history)
  const isNew = rowSince(history)?.isFirstObservation === true
  return (
    <>
      {history !== null && (
        <span className="text-text-2" title={since.long(history)}>
          {length === null || isNew ? length : t('lasting', { length })}
        </span>
      )}
      {verdict.flags.some(({ code }) => code === 'possibly-stuck') && <FlagChip code="possibly-stuck" />}
    </>
  )
}

/** Name, state, the one sentence, and the actions of the page. */
export function VmHeader({ vm, reading, onRecheck, actions }: VmHeaderProps) {
  const t = useTranslations('vm')
  const sentences = useTranslations('verdict.sentence')
  return (
    <header className="flex flex-col gap-2">
      <Breadcrumb vm={vm} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 dir="ltr" className="text-vm font-semibold tracking-heading wrap-anywhere">
          {vm.name}
        </h1>
        <StateChip state={vm.verdict.state} size="header" />
        <InState vm={vm} />
        <ProgressCell row={progressRowOf(vm)} hideNone />
        <div className="ml-auto flex flex-wrap items-center gap-2 max-narrow:order-1 max-narrow:ml-0">
          {actions}
          <PortalLink id={vm.id} tenantId={vm.tenantId} variant="outlined" size="normal" />
          <CopyLink vm={vm} tenantId={vm.tenantId} />
          {!showsFile() && (
            <Button variant="ink" icon={<RefreshCw size={16} aria-hidden />} onClick={onRecheck} aria-busy={reading}>
              {reading ? t('again.rechecking') : t('again.recheck')}
            </Button>
          )}
        </div>
        <p className="max-w-[61rem] basis-full text-verdict">{sentences(sentenceOf(summaryOf(vm)))}</p>
      </div>
      <Meta vm={vm} />
    </header>
  )
}
