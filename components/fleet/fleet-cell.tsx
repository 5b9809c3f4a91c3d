'use client'

import NextLink from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import { DataPips } from '@/components/state/data-pips'
import { PowerText } from '@/components/state/power-text'
import { VolumeStateText } from '@/components/state/volume-state-text'
import type { FleetColumn } from '@/lib/contract/fleet-search'
import { vmPagePath } from '@/lib/contract/vm-reference'
import { formatItems } from '@/lib/i18n/format'
import { dataDisks } from '@/lib/views/data-disks'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { runningProgress } from '@/lib/views/progress-kind'
import { EvidenceCell } from './evidence-cell'
import { useFleetContext, useSubscriptionName } from './fleet-context'
import { MessageCell } from './message-cell'
import { Nothing } from './nothing'
import { ProgressCell } from '@/components/state/progress-cell'
import { ForCell, SinceCell } from './since-cells'
import { NeedCell } from './need-cell'
import { StateCell } from './state-cell'

interface CellProps {
  readonly entry: FleetEntry
}

function Text({ text, quiet = true }: { readonly text: string | null; readonly quiet?: boolean }) {
  if (text === null || text === '') return <Nothing />
  return (
    <span className={`truncate ${quiet ? 'text-text-2' : ''}`} title={text}>
      {text}
    </span>
  )
}

function NameCell({ entry }: CellProps) {
  const { tenantId, repeated } = useFleetContext()
  const link = (
    <NextLink
      href={vmPagePath(entry, tenantId)}
      prefetch={false}
      tabIndex={-1}
      title={`${entry.name} (${entry.resourceGroup})`}
      className="truncate font-medium hover:underline"
    >
      {entry.name}
    </NextLink>
  )
  if (!repeated.has(entry.name.toLowerCase())) return link
  return (
    <>
      {link}
      <span dir="ltr" className="ml-1.5 truncate text-meta text-text-3">
        {entry.resourceGroup}
      </span>
    </>
  )
}

function SubscriptionCell({ entry }: CellProps) {
  return <Text text={useSubscriptionName(entry.subscriptionId)} />
}

function DataCell({ entry }: CellProps) {
  const disks = dataDisks(entry)
  if (disks === null) return <Nothing />
  return <DataPips state={entry.data.state} {...disks} />
}

function PassCell({ entry }: CellProps) {
  const t = useTranslations('facts')
  if (entry.pass === null) return <Nothing />
  return (
    <span className="truncate text-text-2" title={t(`passMeaning.${entry.pass}`)}>
      {t(`pass.${entry.pass}`)}
    </span>
  )
}

function OtherEncryptionCell({ entry }: CellProps) {
  const t = useTranslations('facts.otherEncryption')
  const language = useLocale()
  return (
    <Text
      text={formatItems(
        language,
        entry.otherEncryption.map((kind) => t(kind)),
      )}
    />
  )
}

function ReadinessCell({ entry }: CellProps) {
  const t = useTranslations('facts')
  if (entry.readiness === null) return <Nothing />
  return (
    <span className="truncate text-text-2" title={t(`readinessMeaning.${entry.readiness}`)}>
      {t(`readiness.${entry.readiness}`)}
    </span>
  )
}

/** The message, after the progress of running work where that has no column of its own. */
function WorkCell({ entry }: CellProps) {
  const { mergesProgress } = useFleetContext()
  const { message } = entry.progress
  const runs = mergesProgress && runningProgress(entry).kind !== 'none'
  if (!runs) return <MessageCell text={message} />
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <span className="flex max-w-[60%] shrink-0">
        <ProgressCell key={entry.key} row={entry} />
      </span>
      {message !== null && message !== '' && <MessageCell text={message} />}
    </span>
  )
}

const cells: Readonly<Record<FleetColumn, ComponentType<CellProps>>> = {
  name: NameCell,
  subscription: SubscriptionCell,
  group: ({ entry }) => <Text text={entry.resourceGroup} />,
  region: ({ entry }) => <Text text={entry.region} />,
  osType: ({ entry }) => <Text text={entry.osName ?? entry.osType} />,
  size: ({ entry }) => <Text text={entry.size} />,
  power: ({ entry }) =>
    entry.power === 'unknown' ? (
      <Nothing />
    ) : (
      <span className="truncate text-text-2">
        <PowerText power={entry.power} />
      </span>
    ),
  state: StateCell,
  os: ({ entry }) => <VolumeStateText state={entry.os} />,
  data: DataCell,
  // Keyed by VM: the bar animates with the work of one VM, never from one VM's value to another's.
  progress: ({ entry }) => <ProgressCell key={entry.key} row={entry} />,
  message: WorkCell,
  for: ForCell,
  since: SinceCell,
  needs: NeedCell,
  pass: PassCell,
  extension: ({ entry }) => <Text text={entry.extensionVersion} />,
  keyVault: ({ entry }) => <Text text={entry.keyVault} />,
  keyEncryptionKey: ({ entry }) => <Text text={entry.keyEncryptionKey} />,
  otherEncryption: OtherEncryptionCell,
  readiness: ReadinessCell,
  evidence: EvidenceCell,
}

/** The value of one column in one row. */
export function FleetCell({ column, entry }: CellProps & { readonly column: FleetColumn }) {
  const Cell = cells[column]
  return <Cell entry={entry} />
}
