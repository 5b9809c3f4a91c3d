'use client'

import { ArrowLeft, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CopyLink } from '@/components/state/copy-link'
import { PortalLink } from '@/components/state/portal-link'
import { PowerText } from '@/components/state/power-text'
import { CopyButton } from '@/components/ui/copy-button'
import { IconButton } from '@/components/ui/icon-button'
import type { FleetRow } from '@/lib/contract/fleet'
import { vmArmId, type VmReference } from '@/lib/contract/vm-reference'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { useFleetContext, useSubscriptionName } from './fleet-context'

export interface PanelHeaderProps {
  readonly reference: VmReference
  readonly entry: FleetEntry | undefined
  readonly pass: FleetRow['pass']
  readonly onClose: () => void
}

function Meta({ reference, entry, pass }: Omit<PanelHeaderProps, 'onClose'>) {
  const facts = useTranslations('facts')
  const subscription = useSubscriptionName(reference.subscriptionId)
  const parts = [
    <span key="subscription" title={reference.subscriptionId}>
      {subscription}
    </span>,
    <span key="group">{reference.resourceGroup}</span>,
  ]
  const os = entry === undefined ? null : (entry.osName ?? entry.osType)
  if (os !== null) parts.push(<span key="os">{os}</span>)
  if (entry !== undefined && entry.power !== 'unknown') {
    parts.push(
      <span key="power">
        <PowerText power={entry.power} />
      </span>,
    )
  }
  if (pass !== null && pass !== 'none') {
    parts.push(
      <span key="pass" title={facts(`passMeaning.${pass}`)}>
        {facts(`pass.${pass}`)}
      </span>,
    )
  }
  return (
    <p className="flex flex-wrap gap-x-1.5 text-meta text-text-2 [&>span:not(:last-child)]:after:ml-1.5 [&>span:not(:last-child)]:after:content-['·']">
      {parts}
    </p>
  )
}

/** Name, place and the buttons of the whole panel. */
export function PanelHeader({ reference, entry, pass, onClose }: PanelHeaderProps) {
  const t = useTranslations('fleet.panel')
  const ui = useTranslations('ui')
  const { tenantId } = useFleetContext()
  return (
    <header className="flex flex-col gap-1 border-b border-line px-4 py-3 narrow:px-5">
      <div className="flex items-start gap-1">
        <IconButton
          label={t('back')}
          icon={<ArrowLeft size={18} aria-hidden />}
          className="-ml-2 narrow:hidden"
          onClick={onClose}
        />
        {/* Beside a long name, and on a phone, the links stand below it. */}
        <div className="flex min-h-8 min-w-0 flex-1 flex-wrap items-center gap-x-1">
          <h2 dir="ltr" tabIndex={-1} className="min-w-0 text-page font-semibold tracking-heading wrap-anywhere">
            {reference.name}
          </h2>
          <CopyButton
            iconOnly
            text={entry?.id ?? vmArmId(reference)}
            label={t('copyId')}
            copiedLabel={ui('copied')}
            failedLabel={ui('copyFailed')}
          />
          <span className="ml-auto flex flex-wrap items-center gap-x-1">
            <PortalLink id={entry?.id ?? vmArmId(reference)} tenantId={tenantId} variant="quiet" size="small" />
            <CopyLink vm={reference} tenantId={tenantId} variant="quiet" size="small" />
          </span>
        </div>
        <IconButton
          label={t('close')}
          icon={<X size={16} aria-hidden />}
          className="max-narrow:hidden"
          onClick={onClose}
        />
      </div>
      <Meta reference={reference} entry={entry} pass={pass} />
    </header>
  )
}
