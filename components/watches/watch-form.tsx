'use client'

import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import { noticeKinds, type NoticeKind, type WatchList } from '@/lib/contract/watches'

/** The notifications that the user wants for one target. */
export interface WatchSettings {
  readonly kinds: readonly NoticeKind[]
  readonly channels: readonly string[]
}

export const everything: WatchSettings = { kinds: [...noticeKinds], channels: [] }

/** A failure needs a person as well: users who watch for that get both, so it is not offered twice. */
const offered = ['needs-person', 'finished', 'stuck'] as const satisfies readonly NoticeKind[]

interface CheckProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
}

function Check({ checked, onChange, children }: CheckProps) {
  return (
    <label className="flex min-h-11 items-center gap-2 rounded-pill px-2 hover:bg-hover narrow:min-h-8">
      <input
        type="checkbox"
        className="size-4 shrink-0 accent-ink"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </label>
  )
}

const changed = <Value extends string>(values: readonly Value[], value: Value, on: boolean): readonly Value[] =>
  on ? [...values.filter((one) => one !== value), value] : values.filter((one) => one !== value)

export interface WatchFormProps {
  readonly settings: WatchSettings
  readonly list: WatchList | undefined
  readonly onChange: (settings: WatchSettings) => void
}

/** Which notifications, and to which receivers. */
export function WatchForm({ settings, list, onChange }: WatchFormProps) {
  const t = useTranslations('watches.follow')
  const proofId = useId()
  const webhooks = list?.webhooks ?? []
  return (
    <>
      <fieldset>
        <legend className="px-2 text-label text-text-3">{t('kinds')}</legend>
        {offered.map((kind) => (
          <Check
            key={kind}
            checked={settings.kinds.includes(kind)}
            onChange={(on) => onChange({ ...settings, kinds: changed(settings.kinds, kind, on) })}
          >
            {t(`when.${kind}`)}
          </Check>
        ))}
      </fieldset>
      {webhooks.length > 0 && (
        <fieldset aria-describedby={proofId}>
          <legend className="px-2 text-label text-text-3">{t('webhooks')}</legend>
          {webhooks.map(({ name }) => (
            <Check
              key={name}
              checked={settings.channels.includes(name)}
              onChange={(on) => onChange({ ...settings, channels: changed(settings.channels, name, on) })}
            >
              <span dir="ltr">{name}</span>
            </Check>
          ))}
          <p id={proofId} className="px-2 py-1 text-meta text-text-3">
            {t('proof', { hours: list?.proofHours ?? 0 })}
          </p>
        </fieldset>
      )}
    </>
  )
}
