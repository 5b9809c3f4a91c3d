'use client'

import { CalendarPlus, Download, Trash2, WandSparkles } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { IconButton } from '@/components/ui/icon-button'
import { useAnnounce } from '@/components/ui/live-region'
import { addWave, changeWave, removeWave, suggestPlan, waveOf, type Wave, type WavePlan } from '@/lib/retirement/waves'
import type { ShownItem } from './use-list'
import type { KeptPlan } from './use-wave-plan'
import { controlStyle } from './wave-select'

interface WaveLineProps {
  readonly number: number
  readonly wave: Wave
  readonly count: number
  readonly plan: WavePlan
  readonly change: (plan: WavePlan) => void
}

function WaveLine({ number, wave, count, plan, change }: WaveLineProps) {
  const t = useTranslations('retirement.waves')
  return (
    <li className="flex flex-wrap items-center gap-2">
      <input
        aria-label={t('name', { number: String(number) })}
        className={`${controlStyle} w-56`}
        defaultValue={wave.name}
        maxLength={60}
        onBlur={(event) => change(changeWave(plan, { ...wave, name: event.target.value }))}
      />
      <input
        type="date"
        aria-label={t('until', { name: wave.name })}
        className={controlStyle}
        value={wave.until ?? ''}
        onChange={(event) => change(changeWave(plan, { ...wave, until: event.target.value || null }))}
      />
      <span className="text-text-2 tabular-nums">{t('count', { count })}</span>
      <IconButton
        label={t('remove', { name: wave.name })}
        icon={<Trash2 size={16} aria-hidden />}
        onClick={() => change(removeWave(plan, wave.id))}
      />
    </li>
  )
}

export interface WavesCardProps {
  readonly items: readonly ShownItem[]
  readonly kept: KeptPlan
  readonly onExport: () => void
}

/** The waves of this user: names, dates, and number of items in each. */
export function WavesCard({ items, kept, onExport }: WavesCardProps) {
  const t = useTranslations('retirement.waves')
  const announce = useAnnounce()
  const { plan, change, isKept } = kept
  const members = items.map(({ key }) => waveOf(plan, key)?.id ?? null)
  const suggest = () => {
    const names = { ready: t('suggestion.ready'), prepare: t('suggestion.prepare'), rebuild: t('suggestion.rebuild') }
    change(suggestPlan(items, names))
    announce(t('suggested'))
  }
  const add = () => {
    const name = t('newName', { number: String(plan.waves.length + 1) })
    change(addWave(plan, { id: crypto.randomUUID(), name, until: null }))
  }
  return (
    <Card
      title={t('title')}
      hint={isKept ? t('hint') : t('unsaved')}
      actions={
        <>
          <Button size="small" icon={<CalendarPlus size={14} aria-hidden />} onClick={add}>
            {t('add')}
          </Button>
          <Button size="small" icon={<Download size={14} aria-hidden />} onClick={onExport}>
            {t('export')}
          </Button>
        </>
      }
    >
      {plan.waves.length === 0 ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="text-text-2">{t('none')}</p>
          <Button size="small" icon={<WandSparkles size={14} aria-hidden />} onClick={suggest}>
            {t('suggest')}
          </Button>
        </div>
      ) : (
        <>
          <ol className="flex flex-col gap-2">
            {plan.waves.map((wave, index) => (
              <WaveLine
                key={`${wave.id} ${wave.name}`}
                number={index + 1}
                wave={wave}
                count={members.filter((member) => member === wave.id).length}
                plan={plan}
                change={change}
              />
            ))}
          </ol>
          <p className="mt-2 text-text-2">{t('rest', { count: members.filter((member) => member === null).length })}</p>
        </>
      )}
    </Card>
  )
}
