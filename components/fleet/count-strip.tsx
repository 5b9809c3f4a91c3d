'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import { StateIcon } from '@/components/state/state-icon'
import { stateClass } from '@/components/state/state-icons'
import { classNames } from '@/components/ui/class-names'
import { oneStop } from '@/components/ui/one-stop'
import type { VmState } from '@/lib/contract/codes'
import { serialiseFleetSearch, type FleetSearch } from '@/lib/contract/fleet-search'
import { formatNumber } from '@/lib/i18n/format'
import { shownCount, type Reach } from '@/lib/views/completeness'
import { needingApart, type FleetCounts } from '@/lib/views/fleet-counts'
import { groupOfState, stateGroups, statesOf, type StateGroup } from '@/lib/views/state-groups'
import type { ChangeSearch } from './use-fleet-search'

export interface CountStripProps {
  readonly counts: FleetCounts
  /** How far the counts can be trusted: where not every VM was read, a dash is shown instead of 0. */
  readonly reach: Reach
  readonly soFar: boolean
  readonly search: FleetSearch
  readonly onChange: ChangeSearch
}

/**
 * The filter after a state was chosen: only that state, or with Ctrl or Shift in addition to the others; choosing it
 * again removes it.
 */
function withState(chosen: readonly VmState[], state: VmState, adds: boolean): readonly VmState[] {
  const others = chosen.filter((one) => one !== state)
  if (adds) return chosen.includes(state) ? others : [...chosen, state]
  return chosen.includes(state) && others.length === 0 ? [] : [state]
}

const withStates = (search: FleetSearch, state: readonly VmState[]): FleetSearch => ({
  ...search,
  filters: { ...search.filters, state },
})

interface CellProps extends CountStripProps {
  /** Null for all states together. */
  readonly state: VmState | null
}

const cellStyle =
  'focus-inside relative flex min-h-14 min-w-0 flex-1 flex-col justify-center gap-0.5 px-1.5 py-1.5 hover:bg-hover @min-[40rem]:px-1 @min-[52rem]:px-2 @min-[78rem]:px-3'
const onStyle = 'bg-selected after:absolute after:inset-x-2 after:bottom-0 after:h-[3px] after:bg-ink'

function Count({ count, loud }: { readonly count: number | null; readonly loud: boolean }) {
  const language = useLocale()
  const quiet = count === null || count === 0
  const weight = quiet ? 'font-normal text-text-3' : `font-semibold ${loud ? 'text-word' : ''}`
  return (
    <span className={`text-verdict @min-[78rem]:text-count ${weight}`}>
      {count === null ? '–' : formatNumber(language, count)}
    </span>
  )
}

function StateWord({ state, counts }: { readonly state: VmState; readonly counts: FleetCounts }) {
  const t = useTranslations('fleet.strip')
  const words = useTranslations('states')
  if (state === 'unknown' && counts.pending * 2 > counts.byState.unknown) return t('mostlyPending')
  return (
    <>
      <span className="@min-[78rem]:hidden">{words(`short.${state}`)}</span>
      <span className="hidden @min-[78rem]:inline">{words(`state.${state}`)}</span>
    </>
  )
}

/** One count: a link to the fleet with that filter. */
function CountLink({ counts, reach, search, onChange, state }: CellProps) {
  const t = useTranslations('fleet.strip')
  const words = useTranslations('states.state')
  const chosen = search.filters.state
  const isOn = state === null ? chosen.length === 0 : chosen.includes(state)
  const count = shownCount(state === null ? counts.total : counts.byState[state], reach)
  const next = (from: FleetSearch, adds: boolean) =>
    withStates(from, state === null ? [] : withState(from.filters.state, state, adds))
  const onClick = (event: MouseEvent) => {
    // A middle click still opens a tab.
    if (event.button !== 0) return
    event.preventDefault()
    const adds = event.ctrlKey || event.metaKey || event.shiftKey
    onChange((before) => next(before, adds))
  }
  const name = state === null ? t('all') : words(state)
  return (
    <a
      href={`?${serialiseFleetSearch(next(search, false))}`}
      data-handles-click
      onClick={onClick}
      aria-label={
        count === null
          ? t(reach === 'none' ? 'notRead' : 'notAllRead', { state: name })
          : t(isOn ? 'shown' : 'show', { state: name, count })
      }
      title={t('keep')}
      {...(isOn ? { 'aria-current': 'true' as const } : {})}
      className={classNames(cellStyle, isOn ? onStyle : 'bg-surface', state !== null && stateClass(state))}
    >
      <span className="flex items-center gap-1.5">
        {state !== null && <StateIcon state={state} size={18} className="size-4 @min-[78rem]:size-[1.125rem]" />}
        <Count count={count} loud={state !== null && groupOfState(state) === 'needs-person'} />
      </span>
      <span className="text-meta text-text-2 wrap-anywhere @min-[40rem]:truncate @min-[40rem]:text-label @min-[52rem]:text-meta">
        {state === null ? name : <StateWord state={state} counts={counts} />}
      </span>
    </a>
  )
}

interface GroupTitleProps extends Pick<CountStripProps, 'counts' | 'soFar'> {
  readonly group: StateGroup
}

function GroupTitle({ group, counts, soFar }: GroupTitleProps) {
  const t = useTranslations('fleet.strip')
  const name = useTranslations('states.group')(group)
  const title = soFar && group !== 'not-known' ? t('soFar', { group: name }) : name
  const needing = needingApart(counts, group)
  const shown =
    needing === null
      ? title
      : t('needing', { group: title, own: group === 'needs-person' ? 'yes' : 'no', count: needing })
  const count = group === 'settled' ? counts.operations : 0
  return count === 0 ? shown : t('operations', { group: shown, count })
}

/** The eleven counts in four groups, in the fixed order; one stop of the Tab key. Zeros are shown; Unknown is always included. */
export function CountStrip(props: CountStripProps) {
  const t = useTranslations('fleet.strip')
  return (
    <div ref={oneStop} role="toolbar" aria-label={t('label')} className="card @container overflow-hidden">
      <ul className="grid grid-cols-4 gap-px bg-line @min-[40rem]:hidden">
        <li className="contents">
          <CountLink {...props} state={null} />
        </li>
        {stateGroups.flatMap(statesOf).map((state) => (
          <li key={state} className="contents">
            <CountLink {...props} state={state} />
          </li>
        ))}
      </ul>
      <ul className="hidden px-1 @min-[40rem]:flex @min-[52rem]:px-0 @min-[78rem]:grid @min-[78rem]:grid-cols-[3fr_2fr_1.15fr_5.6fr]">
        {stateGroups.map((group) => (
          <li key={group} className="min-w-0 flex-auto border-l border-line-strong first:border-l-0">
            <h2 className="truncate px-1 pt-2 text-label text-text-2 @min-[52rem]:px-2 @min-[78rem]:px-3">
              <GroupTitle group={group} counts={props.counts} soFar={props.soFar} />
            </h2>
            <ul className="flex @min-[78rem]:grid @min-[78rem]:auto-cols-fr @min-[78rem]:grid-flow-col">
              {statesOf(group).map((state) => (
                <li key={state} className="flex min-w-0 flex-auto">
                  <CountLink {...props} state={state} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  )
}
