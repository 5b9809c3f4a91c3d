'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { useAnnounce } from '@/components/ui/live-region'
import { Menu, MenuItem } from '@/components/ui/menu'
import { SearchField } from '@/components/ui/search-field'
import type { MigrationClass } from '@/lib/retirement/codes'
import { waveOf } from '@/lib/retirement/waves'
import { ItemTable } from './item-table'
import type { RetirementView, ShownItem } from './use-list'
import type { Waves } from './use-waves'
import { controlStyle, isWaveKnown } from './wave-select'

export interface ListCardProps {
  readonly view: RetirementView
  readonly waves: Waves
  readonly kind: MigrationClass | null
  readonly tenantId: string
  readonly onOpen: (item: ShownItem) => void
}

const everyWave = '*'

/** The list, its filters, and the control that moves the selected items to a wave. */
export function ListCard({ view, waves, kind, tenantId, onOpen }: ListCardProps) {
  const t = useTranslations('retirement')
  const announce = useAnnounce()
  const [text, setText] = useState('')
  const [wave, setWave] = useState(everyWave)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const { items, nameOfSubscription } = view
  const { plan } = waves
  const shown = useMemo(() => {
    const wanted = text.trim().toLowerCase()
    return items.filter(
      (item) =>
        (kind === null || item.kind === kind) &&
        (wave === everyWave || (isWaveKnown(waves, item.key) && (waveOf(plan, item.key)?.id ?? '') === wave)) &&
        `${item.name} ${item.resourceGroup} ${nameOfSubscription(item.subscriptionId)}`.toLowerCase().includes(wanted),
    )
  }, [items, kind, text, wave, waves, plan, nameOfSubscription])
  const chosen = shown.filter(({ key }) => selected.has(key)).map(({ key }) => key)
  const select = (keys: readonly string[], checked: boolean) => {
    const next = new Set(selected)
    for (const key of keys) {
      if (checked) next.add(key)
      else next.delete(key)
    }
    setSelected(next)
  }
  const move = async (keys: readonly string[], id: string | null) => {
    if (!(await waves.move(keys, id))) return
    const name = plan.waves.find((each) => each.id === id)?.name ?? t('table.noWave')
    announce(t('waves.moved', { count: keys.length, wave: name }))
  }
  return (
    <Card padded={false}>
      <div className="flex flex-wrap items-center gap-2 p-4">
        <SearchField label={t('table.search')} value={text} onChange={setText} className="w-72 max-w-full" />
        <select
          aria-label={t('table.inWave')}
          className={controlStyle}
          value={wave}
          onChange={(event) => setWave(event.target.value)}
        >
          <option value={everyWave}>{t('table.allWaves')}</option>
          <option value="">{t('table.noWave')}</option>
          {plan.waves.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        {chosen.length === 0 ? (
          <p className="text-text-3">{t('waves.moveNone')}</p>
        ) : (
          <Menu
            label={t('waves.move', { count: chosen.length })}
            trigger={
              <Button icon={<ChevronDown size={16} aria-hidden />}>{t('waves.move', { count: chosen.length })}</Button>
            }
          >
            {plan.waves.map(({ id, name }) => (
              <MenuItem key={id} onSelect={() => void move(chosen, id)}>
                {name}
              </MenuItem>
            ))}
            <MenuItem onSelect={() => void move(chosen, null)}>{t('table.noWave')}</MenuItem>
          </Menu>
        )}
      </div>
      <ItemTable
        items={shown}
        waves={waves}
        tenantId={tenantId}
        nameOfSubscription={nameOfSubscription}
        selected={selected}
        onSelect={select}
        onAssign={(keys, id) => void move(keys, id)}
        onOpen={onOpen}
      />
    </Card>
  )
}
