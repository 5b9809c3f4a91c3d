'use client'

import { useTranslations } from 'next-intl'
import { useId, useState, type ReactNode } from 'react'
import { useViewWriter, type ViewOrder } from '@/components/queries/use-view-writer'
import { useUnreadCause } from '@/components/state/use-unread-cause'
import { Button } from '@/components/ui/button'
import { useAnnounce } from '@/components/ui/live-region'
import { isPlainText } from '@/lib/contract/given-text'
import { longestViewName, longestViewQuery } from '@/lib/contract/saved-view-change'
import type { SavedView } from '@/lib/contract/saved-views'
import type { Refusal } from '@/lib/views/notes'

/** Sends one change after the other, announces what is done, and keeps why the last one was refused. */
export function useViewOrders() {
  const t = useTranslations('fleet.views')
  const write = useViewWriter()
  const announce = useAnnounce()
  const cause = useUnreadCause()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const order = async (wanted: ViewOrder, done: string): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    const outcome = await write(wanted)
    setBusy(false)
    setRefusal(outcome.kind === 'saved' ? null : outcome)
    if (outcome.kind === 'saved') announce(done)
    return outcome.kind === 'saved'
  }
  const problem =
    refusal === null ? null : refusal.kind === 'full' ? t('full') : `${t('notSaved')} ${cause(refusal.cause)}`
  return { busy, order, problem }
}

export function Problem({ text }: { readonly text: string | null }) {
  if (text === null) return null
  return (
    <p role="alert" className="text-meta font-medium">
      {text}
    </p>
  )
}

function Check(props: {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly describedBy?: string
  readonly children: ReactNode
}) {
  return (
    <label className="flex min-h-11 items-center gap-2 narrow:min-h-8">
      <input
        type="checkbox"
        className="size-4 shrink-0 accent-ink"
        checked={props.checked}
        aria-describedby={props.describedBy}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      {props.children}
    </label>
  )
}

export interface SavedViewFormProps {
  /** The view that is changed; null for a new one. */
  readonly view: SavedView | null
  /** The query of the fleet as it is shown. */
  readonly query: string
  readonly onDone: () => void
}

/** Name, sharing and, for a view that exists, what is replaced or deleted. */
export function SavedViewForm({ view, query, onDone }: SavedViewFormProps) {
  const t = useTranslations('fleet.views')
  const nameId = useId()
  const hintId = useId()
  const { busy, order, problem } = useViewOrders()
  const [name, setName] = useState(view?.name ?? '')
  const [shared, setShared] = useState(view?.shared ?? false)
  const [replaces, setReplaces] = useState(view === null)
  const text = name.trim()
  const reason =
    text === ''
      ? t('nameMissing')
      : !isPlainText(text)
        ? t('odd')
        : replaces && query.length > longestViewQuery
          ? t('tooLong')
          : null
  const save = () => {
    const change = { version: view?.version ?? null, name: text, query: replaces ? query : (view?.query ?? ''), shared }
    const id = view?.id ?? crypto.randomUUID()
    void order({ kind: 'save', id, change }, t('saved', { name: text })).then((done) => {
      if (!done) return
      if (view === null) setName('')
      if (view === null) setShared(false)
      onDone()
    })
  }
  const remove = ({ id, version }: SavedView) =>
    void order({ kind: 'remove', id, version }, t('removed', { name: view?.name ?? '' })).then(
      (done) => done && onDone(),
    )
  return (
    <form
      aria-label={view === null ? t('save.title') : t('edit', { name: view.name })}
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason === null) save()
      }}
    >
      <label htmlFor={nameId} className="text-label text-text-3">
        {t('name')}
      </label>
      <input
        id={nameId}
        value={name}
        maxLength={longestViewName}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
        className="min-h-11 min-w-0 rounded-control border border-control bg-surface px-2 narrow:min-h-8"
      />
      <Check checked={shared} onChange={setShared} {...(shared && { describedBy: hintId })}>
        {t('share')}
      </Check>
      {shared && (
        <p id={hintId} className="text-meta text-text-2">
          {t('shareHint')}
        </p>
      )}
      {view !== null && query !== view.query && (
        <Check checked={replaces} onChange={setReplaces}>
          {t('replace')}
        </Check>
      )}
      <Problem text={problem} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="ink" size="small" aria-busy={busy} disabledReason={reason}>
          {t('save.button')}
        </Button>
        {view !== null && (
          <Button size="small" aria-busy={busy} onClick={() => remove(view)}>
            {t('remove')}
          </Button>
        )}
      </div>
    </form>
  )
}
