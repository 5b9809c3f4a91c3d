'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { StateChip } from '@/components/state/state-chip'
import { Button } from '@/components/ui/button'
import { vmPagePath } from '@/lib/contract/vm-reference'
import { formatItems } from '@/lib/i18n/format'
import { BlockerCell } from './blocker-cell'
import type { ShownItem } from './use-list'
import type { Waves } from './use-waves'
import { WaveSelect } from './wave-select'

const step = 100
const columns = ['name', 'subscription', 'class', 'state', 'blockers', 'other', 'wave', 'runbook'] as const

export interface ItemTableProps {
  readonly items: readonly ShownItem[]
  readonly waves: Waves
  readonly tenantId: string
  readonly nameOfSubscription: (id: string) => string
  readonly selected: ReadonlySet<string>
  readonly onSelect: (keys: readonly string[], checked: boolean) => void
  readonly onAssign: (keys: readonly string[], wave: string | null) => void
  readonly onOpen: (item: ShownItem) => void
}

function Name({ item, tenantId }: { readonly item: ShownItem; readonly tenantId: string }) {
  return item.type === 'vm' ? (
    <Link dir="ltr" className="prose-link" href={vmPagePath(item.vm, tenantId)}>
      {item.name}
    </Link>
  ) : (
    <span dir="ltr">{item.name}</span>
  )
}

function ItemLine(props: Omit<ItemTableProps, 'items'> & { readonly item: ShownItem }) {
  const { item, waves, tenantId, nameOfSubscription, selected, onSelect, onAssign, onOpen } = props
  const t = useTranslations('retirement')
  const facts = useTranslations('facts.otherEncryption')
  const language = useLocale()
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          className="size-4 accent-ink"
          aria-label={t('table.select', { name: item.name })}
          checked={selected.has(item.key)}
          onChange={(event) => onSelect([item.key], event.target.checked)}
        />
      </td>
      <th scope="row" className="font-medium wrap-anywhere medium:min-w-36 wide:max-w-56">
        <Name item={item} tenantId={tenantId} />
      </th>
      <td data-label={t('table.subscription')} className="wrap-anywhere medium:min-w-36">
        {nameOfSubscription(item.subscriptionId)}
        <span dir="ltr" className="block text-meta text-text-3">
          {item.resourceGroup}
        </span>
      </td>
      <td data-label={t('table.class')}>{t(`class.${item.kind}.name`)}</td>
      <td data-label={t('table.state')}>
        {item.type === 'vm' ? <StateChip state={item.vm.state} size="table" /> : t('table.disk')}
      </td>
      <td data-label={t('table.blockers')} className="medium:min-w-48">
        <BlockerCell item={item} />
      </td>
      <td data-label={t('table.other')}>
        {formatItems(
          language,
          item.otherEncryption.map((kind) => facts(kind)),
        ) || '–'}
      </td>
      <td data-label={t('table.wave')}>
        <WaveSelect
          label={`${t('table.wave')}: ${item.name}`}
          waves={waves}
          itemKey={item.key}
          onChange={(wave) => onAssign([item.key], wave)}
        />
      </td>
      <td>
        <Button
          size="small"
          variant="quiet"
          id={`runbook-${item.key}`}
          aria-label={t('table.open', { name: item.name })}
          onClick={() => onOpen(item)}
        >
          {t('table.runbook')}
        </Button>
      </td>
    </tr>
  )
}

/** The items to move, one line each. A hundred lines are drawn, and more on request. */
export function ItemTable(props: ItemTableProps) {
  const { items, selected, onSelect } = props
  const t = useTranslations('retirement.table')
  const [limit, setLimit] = useState(step)
  const shown = items.slice(0, limit)
  if (items.length === 0) return <p className="px-4 pb-4 text-text-2">{t('empty')}</p>
  return (
    <>
      <div className="overflow-x-auto px-4" role="region" aria-label={t('label')} tabIndex={0}>
        <table className="stack-table" aria-label={t('label')}>
          <thead>
            <tr>
              <th scope="col">
                <input
                  type="checkbox"
                  className="size-4 accent-ink"
                  aria-label={t('all')}
                  checked={items.every(({ key }) => selected.has(key))}
                  onChange={(event) =>
                    onSelect(
                      items.map(({ key }) => key),
                      event.target.checked,
                    )
                  }
                />
              </th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((item) => (
              <ItemLine key={item.key} {...props} item={item} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap items-center gap-3 px-4 py-2 text-meta text-text-2">
        {t('shown', { shown: shown.length, all: items.length })}
        {items.length > shown.length && (
          <Button size="small" onClick={() => setLimit(limit + step)}>
            {t('more', { count: Math.min(step, items.length - shown.length) })}
          </Button>
        )}
      </div>
    </>
  )
}
