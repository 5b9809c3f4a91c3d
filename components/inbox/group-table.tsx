'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { vmGuidePath } from '@/lib/contract/vm-reference'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { Age } from '@/components/state/age'
import { guestText } from '@/components/state/guest-text'
import { useSinceText } from '@/components/state/since-text'
import { StateChip } from '@/components/state/state-chip'

export const tableLimit = 200
const messageLimit = 160

export interface GroupTableProps {
  readonly entries: readonly FleetEntry[]
  readonly tenantId: string
  readonly nameOfSubscription: (id: string) => string
  /** Keys of the selected VMs; null when VMs cannot be selected. */
  readonly selected: ReadonlySet<string> | null
  readonly onSelect: (key: string, checked: boolean) => void
  /** Selects or clears every VM of the group, including those that are not drawn or not read yet. */
  readonly onSelectAll: (checked: boolean) => void
}

/** The first line of a guest's text; the VM's own page shows the rest. */
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
      className="px-2 py-1.5 whitespace-nowrap tabular-nums"
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

/** The VMs of one group, each with a link to its guide. */
export function GroupTable({
  entries,
  tenantId,
  nameOfSubscription,
  selected,
  onSelect,
  onSelectAll,
}: GroupTableProps) {
  const t = useTranslations('inbox.table')
  const shown = entries.slice(0, tableLimit)
  const all = selected !== null && entries.every(({ key }) => selected.has(key))
  return (
    <div className="overflow-x-auto" role="region" aria-label={t('label')} tabIndex={0}>
      <table className="w-full min-w-[40rem] border-collapse text-left" aria-label={t('label')}>
        <thead>
          <tr className="border-b border-line-strong text-meta text-text-2">
            {selected !== null && (
              <th scope="col" className="w-8 py-2 pl-4">
                <input
                  type="checkbox"
                  aria-label={t('all')}
                  checked={all}
                  onChange={(event) => onSelectAll(event.target.checked)}
                />
              </th>
            )}
            {(['vm', 'subscription', 'state', 'for', 'message', 'evidence'] as const).map((column) => (
              <th key={column} scope="col" className="px-2 py-2 font-medium first:pl-4">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((entry) => (
            <tr key={entry.key} className="border-b border-line last:border-0">
              {selected !== null && (
                <td className="py-1.5 pl-4">
                  <input
                    type="checkbox"
                    aria-label={t('select', { name: entry.name })}
                    checked={selected.has(entry.key)}
                    onChange={(event) => onSelect(entry.key, event.target.checked)}
                  />
                </td>
              )}
              <th scope="row" className="max-w-48 px-2 py-1.5 font-medium wrap-anywhere first:pl-4">
                <Link dir="ltr" className="prose-link" href={vmGuidePath(entry, tenantId)}>
                  {entry.name}
                </Link>
              </th>
              <td className="max-w-40 px-2 py-1.5 wrap-anywhere">{nameOfSubscription(entry.subscriptionId)}</td>
              <td className="px-2 py-1.5">
                <StateChip state={entry.state} size="table" />
              </td>
              <Waiting entry={entry} />
              <td className="max-w-0 px-2 py-1.5">
                <span dir="ltr" lang="en" className="block truncate font-mono text-code [unicode-bidi:isolate]">
                  {messageLine(entry)}
                </span>
              </td>
              <td className="px-2 py-1.5 whitespace-nowrap text-text-2">
                <Age at={entry.evidenceAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > shown.length && (
        <p className="px-4 py-2 text-meta text-text-2">{t('limited', { count: shown.length })}</p>
      )}
    </div>
  )
}
