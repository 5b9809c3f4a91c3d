'use client'

import { CalendarPlus, CircleAlert, Download, Upload, WandSparkles } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, type ReactNode } from 'react'
import { useUnreadCause } from '@/components/state/use-unread-cause'
import { useRefusalText } from '@/components/state/save-state'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { useAnnounce } from '@/components/ui/live-region'
import { parseDraft, suggestPlan, waveOf, type DraftPlan } from '@/lib/retirement/waves'
import { shownCount } from '@/lib/views/completeness'
import { showsFile } from '@/lib/shared/moment'
import { OldPlan } from './old-plan'
import type { RetirementView } from './use-list'
import type { Waves } from './use-waves'
import { isWaveKnown } from './wave-select'
import { WaveLine } from './wave-line'

export interface WavesCardProps {
  readonly view: RetirementView
  readonly waves: Waves
  readonly onExport: () => void
}

const wrongFile = Symbol('no plan')

/** A button that reads a plan from a file. */
interface FileButtonProps {
  readonly isLoading: boolean
  readonly onDraft: (draft: DraftPlan | typeof wrongFile) => void
}

function FileButton({ isLoading, onDraft }: FileButtonProps) {
  const t = useTranslations('retirement.waves')
  const input = useRef<HTMLInputElement>(null)
  const read = async (file: File | undefined) => {
    if (file !== undefined) onDraft(file.size > 10_000_000 ? wrongFile : (parseDraft(await file.text()) ?? wrongFile))
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="sr-only"
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          void read(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button
        size="small"
        icon={<Upload size={14} aria-hidden />}
        disabledReason={isLoading ? t('suggestLater') : null}
        onClick={() => input.current?.click()}
      >
        {t('file')}
      </Button>
    </>
  )
}

/** What was not read, not saved, or removed by another user. */
function Troubles({ waves }: { readonly waves: Waves }) {
  const t = useTranslations('retirement.waves')
  const ui = useTranslations('ui')
  const causeOf = useUnreadCause()
  const refusalOf = useRefusalText()
  const { unread, refusal, lost, isWhole } = waves
  const icon = <CircleAlert size={16} aria-hidden />
  return (
    <>
      {unread !== null && unread !== 'loading' && (
        <Banner
          announce
          icon={icon}
          title={t('unread')}
          action={
            !showsFile() && (
              <Button size="small" onClick={waves.read}>
                {ui('retry')}
              </Button>
            )
          }
        >
          {causeOf(unread)}
        </Banner>
      )}
      {unread === null && !isWhole && <Banner announce icon={icon} title={t('partial')} />}
      {refusal !== null && (
        <Banner announce tone="error" icon={icon} title={t('refused')}>
          {refusalOf(refusal)}
        </Banner>
      )}
      {lost.map((wave) => (
        <Banner
          key={JSON.stringify(wave)}
          announce
          tone="warning"
          icon={icon}
          title={t('lost', { name: wave.name })}
          action={
            <Button size="small" onClick={() => void waves.restore(wave)}>
              {t('restore')}
            </Button>
          }
        >
          {[wave.until, wave.owner, wave.note].filter(Boolean).join(' · ')}
        </Banner>
      ))}
    </>
  )
}

/** The waves with the number of items in each; or how to begin. */
function WaveList({ view, waves, start }: Omit<WavesCardProps, 'onExport'> & { readonly start: ReactNode }) {
  const t = useTranslations('retirement.waves')
  const { plan, unread, isWhole } = waves
  if (unread === 'loading') return <p className="text-text-2">{t('loading')}</p>
  if (unread !== null) return null
  if (plan.waves.length === 0) return start
  const reach = isWhole ? view.reach : view.reach === 'none' ? 'none' : 'least'
  const least = reach === 'all' ? 'no' : 'yes'
  const countOf = (id: string) => view.items.filter(({ key }) => waveOf(plan, key)?.id === id).length
  const rest = view.items.filter(({ key }) => isWaveKnown(waves, key) && !plan.members.has(key)).length
  const shownRest = isWhole ? shownCount(rest, reach) : null
  return (
    <>
      <ol>
        {plan.waves.map((wave, index) => {
          const count = shownCount(countOf(wave.id), reach)
          return (
            <WaveLine
              key={wave.id}
              number={index + 1}
              wave={wave}
              count={count === null ? null : t('count', { count, least })}
              waves={waves}
            />
          )
        })}
      </ol>
      <p className="mt-2 text-text-2">
        {shownRest === null ? t('restUnknown') : t('rest', { count: shownRest, least })}
      </p>
    </>
  )
}

/** The waves of the tenant: name, date, owner, note, and number of items in each. */
export function WavesCard({ view, waves, onExport }: WavesCardProps) {
  const t = useTranslations('retirement.waves')
  const announce = useAnnounce()
  const { items, fleetRead, aroundRead } = view
  const isLoading = fleetRead.kind === 'loading' || aroundRead.kind === 'loading'
  const adopt = async (draft: DraftPlan): Promise<boolean> => {
    const skipped = await waves.adopt(draft, new Set(items.map(({ key }) => key)))
    if (skipped !== null) announce(t('adopted', { skipped }))
    return skipped !== null
  }
  const suggest = async () => {
    const names = { ready: t('suggestion.ready'), prepare: t('suggestion.prepare'), rebuild: t('suggestion.rebuild') }
    const skipped = await waves.adopt(suggestPlan(items, names), new Set(items.map(({ key }) => key)))
    if (skipped !== null) announce(t('suggested'))
  }
  const add = () => {
    const name = t('newName', { number: String(waves.plan.waves.length + 1) })
    void waves.add({ name, until: null, owner: '', note: '' })
  }
  const start = (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="text-text-2">{t('none')}</p>
      <Button
        size="small"
        icon={<WandSparkles size={14} aria-hidden />}
        disabledReason={isLoading ? t('suggestLater') : null}
        onClick={() => void suggest()}
      >
        {t('suggest')}
      </Button>
    </div>
  )
  return (
    <Card
      title={t('title')}
      hint={waves.isBusy ? t('saving') : waves.unread === null && t('hint')}
      actions={
        <>
          {waves.unread === null && (
            <>
              <Button size="small" icon={<CalendarPlus size={14} aria-hidden />} onClick={add}>
                {t('add')}
              </Button>
              <FileButton
                isLoading={isLoading}
                onDraft={(draft) => (draft === wrongFile ? announce(t('fileWrong')) : void adopt(draft))}
              />
            </>
          )}
          <Button size="small" icon={<Download size={14} aria-hidden />} onClick={onExport}>
            {t('export')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Troubles waves={waves} />
        <OldPlan isLoading={isLoading} onImport={adopt} />
        <WaveList view={view} waves={waves} start={start} />
      </div>
    </Card>
  )
}
