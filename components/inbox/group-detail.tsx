'use client'

import { ChevronLeft, Download } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import type { Acknowledging } from '@/components/notes/use-acknowledgement'
import type { Remedies } from '@/lib/i18n/remedies/types'
import type { Completeness } from '@/lib/views/completeness'
import type { GapGroup } from '@/lib/views/fleet-counts'
import { shortenSecretUrls } from '@/lib/shared/secret-url'
import { sharedMessage, type Group } from '@/lib/views/inbox'
import { GuidedText } from '@/components/state/guided-text'
import { helpPath } from '@/components/state/help-path'
import { MessageText } from '@/components/state/message-text'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { useGroupTitle } from './group-list'
import { GroupTable } from './group-table'
import { RestartCommand } from './restart-command'
import { AcknowledgeAll } from './acknowledge-all'
import { useExport } from './use-export'
import { useSelection } from './use-selection'

const SharedSteps = lazy(() => import('./shared-steps'))

export interface GroupDetailProps {
  readonly group: Group
  /** Whether the user chose it: only then a narrow window shows it, instead of the list. */
  readonly isChosen: boolean
  readonly onBack: () => void
  /** Keeps this group open, whichever others arrive above it. */
  readonly onKeep: () => void
  /** Completeness of the fleet that the VMs belong to. */
  readonly completeness: Completeness
  /** What of it could not be read, for files. */
  readonly gaps: () => readonly GapGroup[]
  /** Null where the group is not one of a queue. */
  readonly acknowledging: Acknowledging | null
  readonly words: Remedies
  readonly tenantId: string
  readonly nameOfSubscription: (id: string) => string
}

/** The cause that the group shares, its VMs, and the action that helps all of them. */
export function GroupDetail(props: GroupDetailProps) {
  const { group, isChosen, onBack, onKeep, completeness, gaps, acknowledging, words, tenantId, nameOfSubscription } =
    props
  const t = useTranslations('inbox')
  const title = useGroupTitle(words)(group)
  const save = useExport(nameOfSubscription, completeness, gaps)
  const restart = group.need === 'restart'
  const selection = useSelection(group.entries)
  const message = sharedMessage(group)
  return (
    <article
      aria-label={title}
      className={classNames('card flex min-w-0 flex-col self-start', !isChosen && 'max-medium:hidden')}
    >
      <header className="flex flex-col gap-2 p-4">
        <Button
          size="small"
          className="self-start medium:hidden"
          icon={<ChevronLeft size={16} aria-hidden />}
          onClick={onBack}
        >
          {t('back')}
        </Button>
        <div className="flex flex-wrap items-start justify-between gap-3">
          <h2 className="text-verdict font-semibold">{title}</h2>
          <div className="flex flex-wrap gap-2">
            {acknowledging !== null && (
              <AcknowledgeAll entries={group.entries} acknowledging={acknowledging} onUse={onKeep} />
            )}
            <Button icon={<Download size={16} aria-hidden />} onClick={() => save(group, title)}>
              {t('export')}
            </Button>
          </div>
        </div>
        {group.problem !== null && (
          <div className="prose-body flex flex-col gap-2">
            <p>
              <GuidedText text={words.problems[group.problem].meaning} />
            </p>
            <p className="text-text-2">
              <GuidedText text={words.problems[group.problem].consequence} />
            </p>
            <Link className="prose-link self-start" href={helpPath(group.problem)}>
              {t('help')}
            </Link>
          </div>
        )}
        {message !== null && (
          <div className="flex flex-col gap-1">
            <h3 className="text-meta font-medium text-text-2">{t('sharedMessage', { count: group.entries.length })}</h3>
            <MessageText text={shortenSecretUrls(message)} />
          </div>
        )}
        <Suspense fallback={null}>
          <SharedSteps
            problem={group.problem}
            entries={group.entries}
            isComplete={completeness.kind === 'whole'}
            words={words}
          />
        </Suspense>
      </header>
      <GroupTable
        entries={group.entries}
        withMessages={message === null}
        acknowledging={acknowledging}
        tenantId={tenantId}
        nameOfSubscription={nameOfSubscription}
        selected={restart ? selection.selected : null}
        onSelect={(key, checked) => {
          onKeep()
          selection.select(key, checked)
        }}
        onSelectAll={(checked) => {
          onKeep()
          selection.selectAll(checked)
        }}
      />
      {restart && (
        <section className="flex flex-col gap-3 border-t border-line p-4">
          <h3 className="text-section font-semibold">
            {t('restart.title')} <span className="text-meta font-normal text-text-2">{t('restart.hint')}</span>
          </h3>
          <p className="prose-body">{t('restart.before')}</p>
          <RestartCommand
            entries={group.entries.filter(({ key }) => selection.selected.has(key))}
            isComplete={completeness.kind === 'whole'}
          />
        </section>
      )}
    </article>
  )
}
