'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { vmGuidePath } from '@/lib/contract/vm-reference'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import type { Acknowledging } from '@/components/notes/use-acknowledgement'
import { Age } from '@/components/state/age'
import { guestText } from '@/components/state/guest-text'
import { useSinceText } from '@/components/state/since-text'
import { StateChip } from '@/components/state/state-chip'
import { AcknowledgedCell } from './acknowledged-cell'

export const tableLimit = 200
const messageLimit = 4000

const columns = ['vm', 'subscription', 'state', 'for', 'evidence'] as const

export interface GroupTableProps {
  readonly entries: readonly FleetEntry[]
  /** False where one message stands above the table for all. */
  readonly withMessages: boolean
  /** Null where VMs cannot be acknowledged. */
  readonly acknowledging: Acknowledging | null
  readonly tenantId: string
  readonly nameOfSubscription: (id: string) => string
  /** Keys of the selected VMs; null when VMs cannot be selected. */
  readonly selected: ReadonlySet<string> | null
  readonly onSelect: (key: string, checked: boolean) => void
  /** Selects or clears every VM of the group, including those that are not drawn or not read yet. */
  readonly onSelectAll: (checked: boolean) => void
}

/** The whole text of a guest on one line, which wraps. */
function messageLine(entry: FleetEntry): string {
  return guestText(entry.progress.message ?? '', messageLimit)
    .parts.map((part) => (part.kind === 'text' ? part.text : ' '))
    .join('')
}

/** How long the state has been observed; a dash without a history. */
function Waiting({ entry: { history } }: { readonly entry: FleetEntry }) {
  const t = useTranslations('inbox.table')
  const since = useSinceText()
  return (
    <td
      data-label={t('for')}
      className="whitespace-nowrap tabular-nums"
      title={history === null ? t('unknown') : since.long(history)}
    >
      {since.short(history) ?? (
        <span className="text-text-3">
          <span aria-hidden>–</span>
          <span className="sr-only">{t('unknown')}</span>
        </span>
      )}
    </td>
  )
}

/** A message in a row of its own: as a column it would be a few characters wide. */
function MessageRow({ line, width }: { readonly line: string; readonly width: number }) {
  const t = useTranslations('inbox.table')
  return (
    <tr>
      <td colSpan={width} data-label={t('message')} className="pt-0!">
        <span dir="ltr" lang="en" className="font-mono text-code wrap-anywhere [unicode-bidi:isolate]">
          {line}
        </span>
      </td>
    </tr>
  )
}

type SelectAllProps = Pick<GroupTableProps, 'entries' | 'onSelectAll'> & { readonly selected: ReadonlySet<string> }

function SelectAll({ entries, selected, onSelectAll }: SelectAllProps) {
  const t = useTranslations('inbox.table')
  return (
    <input
      type="checkbox"
      aria-label={t('all')}
      checked={entries.every(({ key }) => selected.has(key))}
      onChange={(event) => onSelectAll(event.target.checked)}
    />
  )
}

type GroupRowProps = Omit<GroupTableProps, 'entries' | 'onSelectAll'> & {
  readonly entry: FleetEntry
  readonly width: number
}

/** A VM, with a link to its guide, and its message below. */
function GroupRow(props: GroupRowProps) {
  const { entry, width, withMessages, acknowledging, tenantId, nameOfSubscription, selected, onSelect } = props
  const t = useTranslations('inbox.table')
  const notes = useTranslations('notes')
  const line = withMessages ? messageLine(entry) : ''
  return (
    <>
      <tr className={line === '' ? undefined : 'border-b-0!'}>
        {selected !== null && (
          <td>
            <input
              type="checkbox"
              aria-label={t('select', { name: entry.name })}
              checked={selected.has(entry.key)}
              onChange={(event) => onSelect(entry.key, event.target.checked)}
            />
          </td>
        )}
        <th scope="row" className="min-w-40 font-medium wrap-anywhere">
          <Link dir="ltr" className="prose-link" href={vmGuidePath(entry, tenantId)}>
            {entry.name}
          </Link>
        </th>
        <td data-label={t('subscription')} className="wrap-anywhere">
          {nameOfSubscription(entry.subscriptionId)}
        </td>
        <td data-label={t('state')}>
          <StateChip state={entry.state} size="table" />
        </td>
        <Waiting entry={entry} />
        <td data-label={t('evidence')} className="whitespace-nowrap text-text-2">
          <Age at={entry.evidenceAt} />
        </td>
        {acknowledging !== null && (
          <td data-label={notes('column')}>
            <AcknowledgedCell entry={entry} acknowledging={acknowledging} />
          </td>
        )}
      </tr>
      {line !== '' && <MessageRow line={line} width={width} />}
    </>
  )
}

/** The VMs of one group, each with a link to its guide. */
export function GroupTable(props: GroupTableProps) {
  const { entries, acknowledging, selected, onSelectAll } = props
  const t = useTranslations('inbox.table')
  const notes = useTranslations('notes')
  const shown = entries.slice(0, tableLimit)
  const width = columns.length + (selected === null ? 0 : 1) + (acknowledging === null ? 0 : 1)
  return (
    <div className="px-2">
      <table className="stack-table" aria-label={t('label')}>
        <thead>
          <tr>
            {selected !== null && (
              <th scope="col" className="w-8">
                <SelectAll entries={entries} selected={selected} onSelectAll={onSelectAll} />
              </th>
            )}
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
            {acknowledging !== null && <th scope="col">{notes('column')}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((entry) => (
            <GroupRow key={entry.key} {...props} entry={entry} width={width} />
          ))}
        </tbody>
      </table>
      {entries.length > shown.length && (
        <p className="px-4 py-2 text-meta text-text-2">{t('limited', { count: shown.length })}</p>
      )}
    </div>
  )
}
