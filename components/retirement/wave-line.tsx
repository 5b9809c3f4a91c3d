'use client'

import { Trash2, TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import * as z from 'zod/mini'
import { useAutosave } from '@/components/queries/use-autosave'
import { useKeptDraft } from '@/components/queries/use-kept-draft'
import { Age } from '@/components/state/age'
import { SaveState } from '@/components/state/save-state'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { longestGivenText } from '@/lib/contract/given-text'
import { longestNote, longestWaveName, type SharedWave } from '@/lib/contract/notes'
import { formatItems } from '@/lib/i18n/format'
import { controlStyle } from './wave-select'
import type { Waves } from './use-waves'

export interface WaveLineProps {
  readonly number: number
  readonly wave: SharedWave
  /** Null where it is not known how many are in it. */
  readonly count: string | null
  readonly waves: Waves
}

type Text = Pick<SharedWave, 'name' | 'until' | 'owner' | 'note'>
const draftSchema = z.object({ name: z.string(), until: z.nullable(z.string()), owner: z.string(), note: z.string() })
const textOf = ({ name, until, owner, note }: SharedWave): Text => ({ name, until, owner, note })

/** What another user wrote meanwhile, and the choice between both versions. */
function Conflict({ theirs, onKeep, onTake }: { theirs: SharedWave; onKeep: () => void; onTake: () => void }) {
  const t = useTranslations('retirement.waves')
  const notes = useTranslations('notes')
  const language = useLocale()
  const parts = [theirs.name, theirs.until ?? '', theirs.owner, theirs.note].filter((part) => part !== '')
  return (
    <Banner
      announce
      tone="warning"
      icon={<TriangleAlert size={16} aria-hidden />}
      title={notes('conflict.title')}
      action={
        <span className="flex flex-wrap gap-2">
          <Button size="small" onClick={onKeep}>
            {notes('conflict.keep')}
          </Button>
          <Button size="small" onClick={onTake}>
            {notes('conflict.take')}
          </Button>
        </span>
      }
    >
      {t('theirs', { text: formatItems(language, parts) })}
    </Banner>
  )
}

/** One wave: its texts are saved as the user writes. */
export function WaveLine({ number, wave, count, waves }: WaveLineProps) {
  const t = useTranslations('retirement.waves')
  const notes = useTranslations('notes')
  const [isRemoving, setRemoving] = useState(false)
  const stored = { value: textOf(wave), version: wave.version }
  const draft = useAutosave<Text>(
    stored,
    (text, version) => waves.change(wave.id, text, version),
    useKeptDraft(`wave ${wave.id}`, draftSchema),
  )
  const { value } = draft
  const edit = (changed: Partial<Text>) => draft.edit({ ...value, ...changed })
  return (
    <li className="flex flex-col gap-2 border-b border-line py-3 first:pt-0 last:border-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-2">
        <input
          aria-label={t('name', { number: String(number) })}
          className={`${controlStyle} w-56 font-medium`}
          value={value.name}
          maxLength={longestWaveName}
          onChange={(event) => edit({ name: event.target.value })}
          onBlur={draft.save}
        />
        <input
          type="date"
          aria-label={t('until', { name: wave.name })}
          className={controlStyle}
          value={value.until ?? ''}
          onChange={(event) => edit({ until: event.target.value || null })}
          onBlur={draft.save}
        />
        <input
          aria-label={t('owner', { name: wave.name })}
          placeholder={t('ownerHint')}
          className={`${controlStyle} w-44`}
          value={value.owner}
          maxLength={longestGivenText}
          onChange={(event) => edit({ owner: event.target.value })}
          onBlur={draft.save}
        />
        <span className="text-text-2 tabular-nums">{count ?? t('countUnknown')}</span>
        <IconButton
          label={t('remove', { name: wave.name })}
          icon={<Trash2 size={16} aria-hidden />}
          className="ml-auto"
          onClick={() => setRemoving(true)}
        />
      </div>
      <textarea
        aria-label={t('note', { name: wave.name })}
        placeholder={t('noteHint')}
        className={`${controlStyle} field-sizing-content w-full py-1`}
        rows={1}
        value={value.note}
        maxLength={longestNote}
        onChange={(event) => edit({ note: event.target.value })}
        onBlur={draft.save}
      />
      {draft.status === 'conflict' && <Conflict theirs={wave} onKeep={draft.save} onTake={draft.discard} />}
      {isRemoving && (
        <div role="group" className="flex flex-wrap items-center gap-2">
          <p className="font-medium">{t('removeQuestion', { name: wave.name })}</p>
          <Button size="small" onClick={() => void waves.remove(wave)}>
            {t('removeNow')}
          </Button>
          <Button size="small" onClick={() => setRemoving(false)}>
            {t('removeCancel')}
          </Button>
        </div>
      )}
      <p className="flex flex-wrap gap-x-3 text-meta text-text-2">
        <span>
          {notes.rich(wave.by.name === null ? 'changed' : 'changedBy', {
            name: wave.by.name ?? '',
            age: () => <Age at={wave.at} style="sentence" />,
          })}
        </span>
        <SaveState draft={draft} />
      </p>
    </li>
  )
}
