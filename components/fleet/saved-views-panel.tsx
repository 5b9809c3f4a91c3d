'use client'

import { Check, Pencil, Star } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type MouseEvent } from 'react'
import { useSession } from '@/components/providers/session-context'
import { problemOf } from '@/components/providers/api-problem'
import { useSavedViews } from '@/components/queries/use-saved-views'
import { useUnreadCause } from '@/components/state/use-unread-cause'
import { classNames } from '@/components/ui/class-names'
import { CopyButton } from '@/components/ui/copy-button'
import { IconButton } from '@/components/ui/icon-button'
import { parseFleetSearch, serialiseFleetSearch } from '@/lib/contract/fleet-search'
import { viewQueryOf, type SavedView, type SavedViewList } from '@/lib/contract/saved-views'
import { unreadBy } from '@/lib/views/completeness'
import { Problem, SavedViewForm, useViewOrders } from './saved-view-form'
import type { ViewProps } from './view-entries'

interface PanelProps extends ViewProps {
  readonly onDone: () => void
}

interface LineProps extends PanelProps {
  readonly view: Pick<SavedView, 'name' | 'query'>
  readonly current: boolean
}

/** The name of a view, a link that opens it. */
function ViewLink({ view, current, onChange, onDone }: LineProps) {
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onChange(({ tenant }) => ({ ...parseFleetSearch(new URLSearchParams(view.query)), tenant }))
    onDone()
  }
  return (
    <a
      href={view.query === '' ? '/' : `/?${view.query}`}
      {...(current && { 'aria-current': 'true' as const })}
      className={classNames(
        'flex min-h-11 min-w-0 flex-1 items-center gap-2 rounded-pill px-2 hover:bg-hover narrow:min-h-8',
        current && 'font-semibold',
      )}
      onClick={open}
    >
      <Check size={14} aria-hidden className={classNames('shrink-0', !current && 'invisible')} />
      <span className="min-w-0 wrap-anywhere">{view.name}</span>
    </a>
  )
}

interface SavedLineProps extends PanelProps {
  readonly view: SavedView
  readonly query: string
  readonly isDefault: boolean
  readonly onDefault: () => void
  readonly editing: boolean
  readonly onEdit: (editing: boolean) => void
}

/** A saved view: opens it, makes it the default, copies its link; its author changes it. */
function SavedLine({ view, query, isDefault, onDefault, editing, onEdit, ...panel }: SavedLineProps) {
  const t = useTranslations('fleet.views')
  const { tenantId } = useSession()
  const link = serialiseFleetSearch({ ...parseFleetSearch(new URLSearchParams(view.query)), tenant: tenantId })
  return (
    <li>
      <div className="flex items-center">
        <ViewLink {...panel} view={view} current={view.query === query} />
        <IconButton
          label={t('makeDefault', { name: view.name })}
          aria-pressed={isDefault}
          icon={<Star size={16} aria-hidden className={isDefault ? 'fill-current' : undefined} />}
          onClick={onDefault}
        />
        <CopyButton
          iconOnly
          text={new URL(`/?${link}`, window.location.origin).href}
          label={t('copy', { name: view.name })}
          copiedLabel={t('copied')}
          failedLabel={t('copyFailed')}
        />
        {view.mine && (
          <IconButton
            label={t('edit', { name: view.name })}
            aria-expanded={editing}
            icon={<Pencil size={16} aria-hidden />}
            onClick={() => onEdit(!editing)}
          />
        )}
      </div>
      {(view.shared || isDefault) && (
        <p className="-mt-1 pb-1 pl-7.5 text-meta text-text-2">
          {isDefault && t('isDefault')}
          {isDefault && view.shared && ' · '}
          {view.shared &&
            (view.mine ? t('sharedByMe') : view.author === null ? t('shared') : t('sharedBy', { name: view.author }))}
        </p>
      )}
      {editing && (
        <div className="mb-2 ml-2 border-l border-line py-1 pl-4">
          <SavedViewForm view={view} query={query} onDone={() => onEdit(false)} />
        </div>
      )}
    </li>
  )
}

/** The views, the fleet without filters first; one is edited, or what is shown now is saved. */
function Views({ list, query, ...panel }: PanelProps & { readonly list: SavedViewList; readonly query: string }) {
  const t = useTranslations('fleet.views')
  const { order, problem } = useViewOrders()
  const [edited, setEdited] = useState<string | null>(null)
  const isEditing = list.views.some(({ id }) => id === edited)
  const toggle = ({ id, name }: SavedView) =>
    list.defaultView === id
      ? void order({ kind: 'default', id: null }, t('noDefault'))
      : void order({ kind: 'default', id }, t('defaultChosen', { name }))
  return (
    <>
      <ul aria-label={t('list')} className={classNames('px-2 pt-2', !isEditing && 'max-h-80 overflow-y-auto')}>
        <li>
          <ViewLink {...panel} view={{ name: t('all'), query: '' }} current={query === ''} />
        </li>
        {list.views.map((view) => (
          <SavedLine
            key={`${view.id} ${view.version}`}
            {...panel}
            view={view}
            query={query}
            isDefault={view.id === list.defaultView}
            onDefault={() => toggle(view)}
            editing={view.id === edited}
            onEdit={(editing) => setEdited(editing ? view.id : null)}
          />
        ))}
      </ul>
      <div className="px-4 pb-2">
        <Problem text={problem} />
      </div>
      {!isEditing && (
        <section className="flex flex-col gap-2 border-t border-line p-4">
          <h3 className="font-semibold">{t('save.title')}</h3>
          <p className="text-meta text-text-2">{t('save.what')}</p>
          <SavedViewForm view={null} query={query} onDone={() => undefined} />
        </section>
      )}
    </>
  )
}

/** The saved views of the fleet, and the form that saves what is shown now. */
export default function SavedViewsPanel(props: PanelProps) {
  const t = useTranslations('fleet.views')
  const cause = useUnreadCause()
  const { data, error } = useSavedViews()
  const unread = error === null ? (data?.failure ?? null) : problemOf(error)
  return (
    <div className="w-96 max-w-full">
      {unread !== null ? (
        <p role="alert" className="p-4">
          {t('unread')} {cause(typeof unread === 'string' ? unreadBy(unread) : unread)}
        </p>
      ) : data === undefined ? (
        <p role="status" className="p-4 text-text-2">
          {t('reading')}
        </p>
      ) : (
        <Views {...props} list={data} query={viewQueryOf(serialiseFleetSearch(props.search))} />
      )}
    </div>
  )
}
