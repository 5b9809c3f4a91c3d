'use client'

import { Download } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Remedies } from '@/lib/i18n/remedies/types'
import type { Completeness } from '@/lib/views/completeness'
import type { Group } from '@/lib/views/inbox'
import { GuidedText } from '@/components/state/guided-text'
import { helpPath } from '@/components/state/help-path'
import { Button } from '@/components/ui/button'
import { useGroupTitle } from './group-list'
import { GroupTable } from './group-table'
import { RestartCommand } from './restart-command'
import { useExport } from './use-export'
import { useSelection } from './use-selection'

export interface GroupDetailProps {
  readonly group: Group
  /** Completeness of the fleet that the VMs belong to. */
  readonly completeness: Completeness
  readonly words: Remedies
  readonly tenantId: string
  readonly nameOfSubscription: (id: string) => string
}

/** The cause that the group shares, its VMs, and the action that helps all of them. */
export function GroupDetail({ group, completeness, words, tenantId, nameOfSubscription }: GroupDetailProps) {
  const t = useTranslations('inbox')
  const title = useGroupTitle(words)(group)
  const save = useExport(nameOfSubscription, completeness)
  const restart = group.need === 'restart'
  const selection = useSelection(group.entries)
  return (
    <article aria-label={title} className="card flex min-w-0 flex-col self-start">
      <header className="flex flex-col gap-2 p-4">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <h2 className="text-verdict font-semibold">{title}</h2>
          <Button icon={<Download size={16} aria-hidden />} onClick={() => save(group, title)}>
            {t('export')}
          </Button>
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
      </header>
      <GroupTable
        entries={group.entries}
        tenantId={tenantId}
        nameOfSubscription={nameOfSubscription}
        selected={restart ? selection.selected : null}
        onSelect={selection.select}
        onSelectAll={selection.selectAll}
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
