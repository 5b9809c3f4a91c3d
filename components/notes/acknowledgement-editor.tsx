'use client'

import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import * as z from 'zod/mini'
import { useAutosave } from '@/components/queries/use-autosave'
import { useKeptDraft } from '@/components/queries/use-kept-draft'
import { Age } from '@/components/state/age'
import { SaveState } from '@/components/state/save-state'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { longestGivenText } from '@/lib/contract/given-text'
import { longestNote, type Acknowledgement } from '@/lib/contract/notes'
import type { Acknowledgeable } from '@/lib/views/acknowledgement'
import type { Acknowledging, AcknowledgementText } from './use-acknowledgement'

const draftSchema = z.object({ note: z.string(), assignee: z.string() })
const fieldStyle = 'w-full rounded-control border border-control bg-surface px-2 py-1 text-body'

export interface AcknowledgementEditorProps {
  readonly vm: Acknowledgeable
  readonly found: Acknowledgement
  readonly acknowledging: Acknowledging
}

/** Who acknowledged a problem and when; user and note are saved as they are written. */
export function AcknowledgementEditor({ vm, found, acknowledging }: AcknowledgementEditorProps) {
  const t = useTranslations('notes')
  const ui = useTranslations('ui')
  const { note, assignee, version, by, at } = found
  const draft = useAutosave<AcknowledgementText>(
    { value: { note, assignee }, version },
    (text, base) => acknowledging.write(found, text, base),
    useKeptDraft(`acknowledgement ${found.id} ${found.code}`, draftSchema),
  )
  const edit = (changed: Partial<AcknowledgementText>) => draft.edit({ ...draft.value, ...changed })
  return (
    <div className="flex flex-col gap-2">
      <p className="flex items-start gap-2">
        <CircleCheck size={16} aria-hidden className="mt-0.5 shrink-0" />
        <span>
          {ui.rich(by.name === null ? 'acknowledged' : 'acknowledgedBy', {
            name: by.name ?? '',
            age: () => <Age at={at} style="sentence" />,
          })}
        </span>
      </p>
      <label className="flex flex-col gap-1 text-meta text-text-2">
        {t('assignee')}
        <input
          className={fieldStyle}
          value={draft.value.assignee}
          maxLength={longestGivenText}
          onChange={(event) => edit({ assignee: event.target.value })}
          onBlur={draft.save}
        />
      </label>
      <label className="flex flex-col gap-1 text-meta text-text-2">
        {t('note')}
        <textarea
          className={`${fieldStyle} field-sizing-content`}
          rows={2}
          value={draft.value.note}
          maxLength={longestNote}
          onChange={(event) => edit({ note: event.target.value })}
          onBlur={draft.save}
        />
      </label>
      {draft.status === 'conflict' && (
        <Banner
          announce
          tone="warning"
          icon={<TriangleAlert size={16} aria-hidden />}
          title={t('conflict.title')}
          action={
            <span className="flex flex-wrap gap-2">
              <Button size="small" onClick={draft.save}>
                {t('conflict.keep')}
              </Button>
              <Button size="small" onClick={draft.discard}>
                {t('conflict.take')}
              </Button>
            </span>
          }
        >
          {[assignee, note].filter((text) => text !== '').join(' · ')}
        </Banner>
      )}
      <div className="flex flex-wrap items-center gap-3 text-meta text-text-2">
        <Button size="small" onClick={() => void acknowledging.withdraw(vm)}>
          {t('withdraw')}
        </Button>
        <SaveState draft={draft} />
      </div>
    </div>
  )
}
