'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatItems } from '@/lib/i18n/format'
import { rowSince } from '@/lib/contract/row-since'
import type { Remedies } from '@/lib/i18n/remedies/types'
import type { Acknowledging } from '@/components/notes/use-acknowledgement'
import { acknowledgeableOf } from '@/lib/views/acknowledgement'
import type { Group } from '@/lib/views/inbox'
import { useSinceText } from '@/components/state/since-text'
import { classNames } from '@/components/ui/class-names'

export interface GroupListProps {
  readonly groups: readonly Group[]
  readonly words: Remedies
  readonly current: Group | undefined
  readonly onChoose: (group: Group) => void
  /** Null where the groups are not a queue. */
  readonly acknowledging: Acknowledging | null
}

const named = 3

/** Title of a group: the problem, or, if the reading names none, the action that its state requires. */
export function useGroupTitle(words: Remedies): (group: Group) => string {
  const t = useTranslations('inbox.need')
  return ({ problem, need }) => {
    if (problem !== null) return words.problems[problem].title
    return need === null ? '' : t(`${need}.state`)
  }
}

/** How long the VM that has waited longest has been in its state; nothing where that is not known. */
function Oldest({ group: { entries } }: { readonly group: Group }) {
  const t = useTranslations('inbox')
  const { short } = useSinceText()
  const history = entries[0]?.history ?? null
  const age = rowSince(history)?.isFirstObservation === false ? short(history) : null
  return age === null ? null : <span className="whitespace-nowrap">{t('oldest', { age })}</span>
}

function Names({ group }: { readonly group: Group }) {
  const t = useTranslations('inbox')
  const language = useLocale()
  const names = formatItems(
    language,
    group.entries.slice(0, named).map(({ name }) => name),
  )
  const rest = group.entries.length - named
  return (
    <span className="col-span-2 flex flex-wrap justify-between gap-x-3 text-meta text-text-2">
      <span dir="ltr" className="min-w-0 truncate">
        {rest > 0 ? t('more', { names, count: rest }) : names}
      </span>
      <Oldest group={group} />
    </span>
  )
}

/** How many VMs of a group are acknowledged; nothing for none, and while that is not known. */
function Acknowledged({ group, acknowledging }: { readonly group: Group; readonly acknowledging: Acknowledging }) {
  const t = useTranslations('notes')
  const count = group.entries.filter((entry) => acknowledging.of(acknowledgeableOf(entry)) !== null).length
  if (count === 0) return null
  return <span className="col-span-2 text-meta text-text-2">{t('acknowledgedCount', { count })}</span>
}

/** The groups, under the required action if they have one. One group is open. */
export function GroupList({ groups, words, current, onChoose, acknowledging }: GroupListProps) {
  const t = useTranslations('inbox')
  const title = useGroupTitle(words)
  const sections = [...new Set(groups.map(({ need }) => need))].map((need) => ({
    need,
    groups: groups.filter((group) => group.need === need),
  }))
  return (
    <nav aria-label={t('groups')} className="card min-w-0 self-start overflow-hidden">
      {sections.map(
        ({ need, groups: own }) =>
          own.length > 0 && (
            <section key={need ?? 'all'}>
              {need !== null && (
                <h2 className="flex justify-between border-b border-line bg-canvas px-4 py-1.5 text-meta font-semibold text-text-2">
                  {t(`need.${need}.title`)}
                  <span className="font-normal">
                    {t('count', { count: own.reduce((sum, group) => sum + group.entries.length, 0) })}
                  </span>
                </h2>
              )}
              <ul>
                {own.map((group) => (
                  <li key={group.key} className="border-b border-line last:border-0">
                    <button
                      type="button"
                      aria-current={group.key === current?.key}
                      onClick={() => onChoose(group)}
                      className={classNames(
                        'focus-inside grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-l-[3px] px-4 py-2.5 text-left',
                        group.key === current?.key ? 'border-ink bg-selected' : 'border-transparent hover:bg-hover',
                      )}
                    >
                      <span className="font-medium">{title(group)}</span>
                      <span className="text-text-2 tabular-nums">{t('count', { count: group.entries.length })}</span>
                      <Names group={group} />
                      {acknowledging !== null && <Acknowledged group={group} acknowledging={acknowledging} />}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </nav>
  )
}
