'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { isPlainText, longestGivenText } from '@/lib/contract/given-text'
import type { SnapshotPart } from '@/lib/contract/snapshots'

/** The options that the user chose for a link. */
export interface SnapshotSettings {
  readonly reveal: readonly SnapshotPart[]
  readonly hours: number
  readonly passphrase: string
  /** Whether readers see who made the link. */
  readonly maker: MakerChoice
  /** The name that the user typed. */
  readonly name: string
}

export const makerChoices = ['none', 'account', 'typed'] as const
export type MakerChoice = (typeof makerChoices)[number]

/** Whether the chosen name can be shown. */
export function isMakerUsable({ maker, name }: Pick<SnapshotSettings, 'maker' | 'name'>): boolean {
  return maker !== 'typed' || isPlainText(name)
}

/** Lifetimes offered, in hours. */
const lengths = [1, 24, 168, 720] as const
const shortestPassphrase = 8

/** Whether this passphrase can be used. An empty one means no passphrase. */
export function isPassphraseUsable(passphrase: string): boolean {
  return passphrase === '' || passphrase.length >= shortestPassphrase
}

export interface SnapshotFormProps {
  readonly parts: readonly SnapshotPart[]
  readonly mostHours: number
  readonly settings: SnapshotSettings
  /** Name of the user's account; null where the directory states none. */
  readonly accountName: string | null
  readonly onChange: (settings: SnapshotSettings) => void
}

const field = 'min-h-11 rounded-control border border-control bg-surface px-2 narrow:min-h-8'

/** Who made the link: no name, unless the user chooses to show it. */
function Maker({ settings, accountName, onChange }: Pick<SnapshotFormProps, 'settings' | 'accountName' | 'onChange'>) {
  const t = useTranslations('snapshots.dialog')
  const [choiceId, nameId] = [useId(), useId()]
  const { maker, name } = settings
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={choiceId} className="text-label text-text-3">
        {t('maker.label')}
      </label>
      <select
        id={choiceId}
        className={field}
        value={maker}
        onChange={({ target }) => {
          const chosen = makerChoices.find((choice) => choice === target.value)
          onChange({ ...settings, maker: chosen ?? 'none' })
        }}
      >
        <option value="none">{t('maker.none')}</option>
        {accountName !== null && <option value="account">{t('maker.account', { name: accountName })}</option>}
        <option value="typed">{t('maker.typed')}</option>
      </select>
      {maker === 'typed' && (
        <>
          <label htmlFor={nameId} className="text-label text-text-3">
            {t('maker.name')}
          </label>
          <input
            id={nameId}
            type="text"
            autoComplete="off"
            maxLength={longestGivenText}
            className={field}
            value={name}
            onChange={(event) => onChange({ ...settings, name: event.target.value })}
          />
        </>
      )}
    </div>
  )
}

/** The form: additional parts, maker, lifetime and passphrase. */
export function SnapshotForm({ parts, mostHours, settings, accountName, onChange }: SnapshotFormProps) {
  const t = useTranslations('snapshots.dialog')
  const partNames = useTranslations('snapshots.part')
  const hoursId = useId()
  const passphraseId = useId()
  const hintId = useId()
  const offered = lengths.filter((hours) => hours <= mostHours)
  const tick = (part: SnapshotPart, on: boolean) => {
    const others = settings.reveal.filter((one) => one !== part)
    onChange({ ...settings, reveal: on ? [...others, part].sort() : others })
  }
  return (
    <div className="flex flex-col gap-3">
      <fieldset>
        <legend className="text-label text-text-3">{t('reveal')}</legend>
        {parts.map((part) => (
          <label key={part} className="flex min-h-11 items-center gap-2 narrow:min-h-8">
            <input
              type="checkbox"
              className="size-4 shrink-0 accent-ink"
              checked={settings.reveal.includes(part)}
              onChange={(event) => tick(part, event.target.checked)}
            />
            {partNames(part)}
          </label>
        ))}
        <p className="text-meta text-text-3">{t('never')}</p>
      </fieldset>
      <Maker settings={settings} accountName={accountName} onChange={onChange} />
      <div className="flex flex-col gap-1">
        <label htmlFor={hoursId} className="text-label text-text-3">
          {t('hours')}
        </label>
        <select
          id={hoursId}
          className={field}
          value={settings.hours}
          onChange={(event) => onChange({ ...settings, hours: Number(event.target.value) })}
        >
          {(offered.length > 0 ? offered : [mostHours]).map((hours) => (
            <option key={hours} value={hours}>
              {t('length', { hours })}
            </option>
          ))}
        </select>
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor={passphraseId} className="text-label text-text-3">
          {t('passphrase')}
        </label>
        <input
          id={passphraseId}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          aria-describedby={hintId}
          className={field}
          value={settings.passphrase}
          onChange={(event) => onChange({ ...settings, passphrase: event.target.value })}
        />
        <p id={hintId} className="text-meta text-text-3">
          {t('passphraseHint')}
        </p>
      </div>
    </div>
  )
}
