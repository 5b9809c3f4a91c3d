'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { Refusal, SaveStatus } from '@/lib/views/notes'
import { useUnreadCause } from './use-unread-cause'

export interface SaveStateProps {
  readonly draft: { readonly status: SaveStatus; readonly refusal: Refusal | null; readonly save: () => void }
}

const waits: Readonly<Partial<Record<SaveStatus, 'saving' | 'saved'>>> = {
  waiting: 'saving',
  saving: 'saving',
  saved: 'saved',
}

/** Why a change was not saved. */
export function useRefusalText(): (refusal: Refusal) => string {
  const t = useTranslations('notes')
  const causeOf = useUnreadCause()
  return (refusal) => (refusal.kind === 'full' ? t('full') : causeOf(refusal.cause))
}

/** Whether what a user wrote is saved; after a failure, why not, and a button to try again. */
export function SaveState({ draft }: SaveStateProps) {
  const t = useTranslations('notes')
  const causeOf = useRefusalText()
  const text = waits[draft.status]
  return (
    <span role="status" className="inline-flex flex-wrap items-center gap-2">
      {text !== undefined && t(text)}
      {draft.status === 'failed' && (
        <>
          <span className="state-failed font-medium text-word">
            {t('notSaved')} {draft.refusal !== null && causeOf(draft.refusal)}
          </span>
          <Button size="small" onClick={draft.save}>
            {t('retry')}
          </Button>
        </>
      )}
    </span>
  )
}
