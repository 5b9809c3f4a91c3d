'use client'

import { Check, EyeOff, Hourglass, LoaderCircle, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Age } from '@/components/state/age'
import { setAutoRefreshPaused } from '@/components/queries/auto-refresh'
import { paceOf } from '@/components/queries/fleet-pace'
import type { FleetQuery } from '@/components/queries/use-fleet'
import { Button } from '@/components/ui/button'
import { PopoverHeader } from '@/components/ui/popover'
import { groupGaps } from '@/lib/views/fleet-counts'
import { openWaits, secondsLeft } from './load-facts'
import { useGapText } from '@/components/state/use-gap-text'
import { useScopeName } from './use-scope-name'
import { useSeconds } from '@/components/state/use-seconds'

interface LineProps {
  readonly icon: LucideIcon
  readonly name: ReactNode
  readonly text: ReactNode
  readonly end?: ReactNode
}

function Line({ icon: Icon, name, text, end }: LineProps) {
  return (
    <li className="grid grid-cols-[1rem_8.5rem_minmax(0,1fr)_auto] gap-x-3 border-b border-line px-4 py-2.5 last:border-0">
      <Icon size={16} aria-hidden className="mt-0.5 text-text-2" />
      <span className="font-medium wrap-anywhere">{name}</span>
      <span className="text-text-2">{text}</span>
      <span className="text-right whitespace-nowrap text-text-2">{end}</span>
    </li>
  )
}

function ProgressLines({ query }: { readonly query: FleetQuery }) {
  const t = useTranslations('fleet.load')
  const { progress } = query.fleet.load
  if (progress === null) return null
  const { candidates, read, failed } = progress
  const readDone = progress.inventoryComplete && read + failed >= candidates
  return (
    <>
      <Line
        icon={progress.inventoryComplete ? Check : LoaderCircle}
        name={t('inventory')}
        text={t('inventoryPages', { pages: progress.inventoryPages, vms: progress.vms })}
        end={progress.inventoryComplete ? t('done') : null}
      />
      <Line
        icon={readDone ? Check : LoaderCircle}
        name={t('vms')}
        text={t('vmsRead', { read, candidates })}
        end={failed > 0 ? t('vmsFailed', { count: failed }) : readDone ? t('done') : null}
      />
      <Line
        icon={progress.throttled > 0 ? Hourglass : Check}
        name={t('requests')}
        text={t('requestsCounted', { count: progress.armRequests })}
        end={progress.throttled > 0 ? t('slowed', { count: progress.throttled }) : null}
      />
    </>
  )
}

function Times({ query }: { readonly query: FleetQuery }) {
  const t = useTranslations('fleet.load')
  const ui = useTranslations('ui.age')
  const { startedAt, endedAt } = query.fleet.load
  const at = query.isReading ? startedAt : (endedAt ?? startedAt)
  const age = <Age at={at} style="sentence" />
  const text = query.isReading || endedAt === null ? 'started' : 'ended'
  return at === null ? null : <span title={ui('exact', { time: at })}>{t.rich(text, { age: () => age })}</span>
}

function Pace({ query }: { readonly query: FleetQuery }) {
  const t = useTranslations('fleet.load')
  const pace = paceOf(query.fleet, query.problem)
  const words = query.isPaused || pace === null ? 'pacePaused' : pace <= 60_000 ? 'paceMoving' : 'paceResting'
  return (
    <p className="text-meta text-text-3">
      {t('next', { pace: t(words) })} {t('paceHidden')}
    </p>
  )
}

/** What a load has read, what it waits for and how long, and what it may not read. */
export default function LoadDetails({ query }: { readonly query: FleetQuery }) {
  const t = useTranslations('fleet.load')
  const ui = useTranslations('ui')
  const scopeName = useScopeName()
  const gapText = useGapText()
  const now = useSeconds(query.isReading)
  const waits = openWaits(query, now)
  const place = query.isReading ? query.fleet.load.place : null
  return (
    <div className="w-[30rem] max-w-full">
      <PopoverHeader title={query.isReading ? t('title') : t('titleDone')} closeLabel={ui('close')} />
      <ul>
        {place !== null && <Line icon={Hourglass} name={t('queue')} text={t('queuePlace', { place })} />}
        <ProgressLines query={query} />
        {waits.map((wait) => (
          <Line
            key={`${wait.scope} ${wait.reason}`}
            icon={Hourglass}
            name={scopeName(wait.scope)}
            text={t(`waits.${wait.reason}`)}
            end={<strong className="font-medium text-text">{t('seconds', { seconds: secondsLeft(wait, now) })}</strong>}
          />
        ))}
        {groupGaps(query.fleet).map((gap) => (
          <Line key={gap.code} icon={EyeOff} name={gapText.scope(gap)} text={gapText.cause(gap)} />
        ))}
      </ul>
      <footer className="flex flex-col gap-2 border-t border-line px-4 py-3">
        <div className="flex flex-wrap items-center gap-2">
          {query.isReading ? (
            <Button size="small" onClick={query.stop}>
              {t('stop')}
            </Button>
          ) : (
            <Button size="small" onClick={query.refresh}>
              {t('refresh')}
            </Button>
          )}
          <Button size="small" onClick={() => setAutoRefreshPaused(!query.isPaused)}>
            {query.isPaused ? t('resumeLabel') : t('pauseLabel')}
          </Button>
          <span className="ml-auto text-meta text-text-3">
            <Times query={query} />
          </span>
        </div>
        <Pace query={query} />
      </footer>
    </div>
  )
}
