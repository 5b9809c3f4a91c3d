'use client'

import { ExternalLink } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import NextLink from 'next/link'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useSession } from '@/components/providers/session-context'
import { problemOf } from '@/components/providers/api-problem'
import { usePublishSnapshot, useSnapshotPreview } from '@/components/queries/use-snapshots'
import { buttonStyle } from '@/components/ui/button-style'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { DialogHeader } from '@/components/ui/dialog-header'
import {
  sharedPagePath,
  snapshotHours,
  type SnapshotContent,
  type SnapshotMaker,
  type SnapshotPart,
  type SnapshotPreviewRequest,
  type SnapshotPublished,
  type SnapshotPublishRequest,
} from '@/lib/contract/snapshots'
import { formatTime } from '@/lib/i18n/format'
import { MadeBy } from './made-by'
import { isMakerUsable, isPassphraseUsable, SnapshotForm, type SnapshotSettings } from './snapshot-form'

export interface SnapshotDialogProps {
  readonly subject: SnapshotPreviewRequest['subject']
  /** Parts that can be selected for this subject. */
  readonly parts: readonly SnapshotPart[]
  readonly mostHours: number
  /** Renders what the link would show. */
  readonly draw: (content: SnapshotContent) => ReactNode
  readonly onClose: () => void
}

/** The link itself: it is shown here once and never again. */
function Made({ token, expiresAt }: { readonly token: string; readonly expiresAt: string }) {
  const t = useTranslations('snapshots.dialog')
  const language = useLocale()
  const linkId = useId()
  const link = new URL(sharedPagePath(token), window.location.origin).href
  return (
    <div role="status" className="flex flex-col gap-2">
      <p className="font-semibold">{t('made')}</p>
      <label htmlFor={linkId} className="text-label text-text-3">
        {t('link')}
      </label>
      <input
        id={linkId}
        readOnly
        dir="ltr"
        value={link}
        className="min-h-11 rounded-control border border-control bg-surface px-2 font-mono text-code narrow:min-h-8"
        onFocus={(event) => event.target.select()}
      />
      <div className="flex flex-wrap gap-2">
        <CopyButton text={link} label={t('copy')} copiedLabel={t('copied')} failedLabel={t('copyFailed')} />
        {/* Another tab: the link is shown nowhere else. */}
        <a href={link} target="_blank" rel="noopener noreferrer" className={buttonStyle('outlined', 'normal')}>
          <ExternalLink size={16} aria-hidden />
          {t('open')}
        </a>
      </div>
      <p className="text-meta text-text-2">{t('until', { time: formatTime(language, expiresAt) })}</p>
      <p className="text-meta text-text-2">{t('once')}</p>
    </div>
  )
}

/** The preview, or why it is missing. */
function Preview({
  request,
  draw,
  onDraft,
}: {
  readonly request: SnapshotPreviewRequest
  readonly draw: SnapshotDialogProps['draw']
  readonly onDraft: (draft: string | null) => void
}) {
  const t = useTranslations('snapshots.dialog')
  const errors = useTranslations('errors')
  const { data, isError, error } = useSnapshotPreview(request)
  const draft = data?.draft ?? null
  useEffect(() => onDraft(draft), [draft, onDraft])
  if (isError) {
    const { code } = problemOf(error)
    return (
      <p role="alert">
        <strong className="font-semibold">{errors(`${code}.title`)}</strong> {errors(`${code}.cause`)}
      </p>
    )
  }
  if (data === undefined) return <p role="status">{t('reading')}</p>
  if (data.content === null) return <p role="alert">{t('noStore')}</p>
  return draw(data.content)
}

function wantedMaker({ maker, name }: SnapshotSettings): SnapshotPublishRequest['madeBy'] {
  if (maker === 'none') return null
  return maker === 'account' ? { kind: 'account' } : { kind: 'typed', name }
}

/** The maker as the link will show it; null for none, and while no usable name is typed. */
function shownMaker(settings: SnapshotSettings, accountName: string | null): SnapshotMaker | null {
  const { maker, name } = settings
  if (maker === 'account') return accountName === null ? null : { name: accountName, isAccount: true }
  return maker === 'typed' && isMakerUsable(settings) ? { name, isAccount: false } : null
}

function useMake(draft: string | null, settings: SnapshotSettings) {
  const t = useTranslations('snapshots.dialog')
  const { mutateAsync, isPending, isError } = usePublishSnapshot()
  const [made, setMade] = useState<SnapshotPublished | null>(null)
  const make = () => {
    if (draft === null || isPending) return
    const passphrase = settings.passphrase === '' ? null : settings.passphrase
    mutateAsync({ draft, hours: settings.hours, passphrase, madeBy: wantedMaker(settings) }).then(
      setMade,
      () => undefined,
    )
  }
  const refusal = made !== null && made.token === null ? (made.failure === null ? t('gone') : t('noStore')) : null
  return { made, make, busy: isPending, problem: isError ? t('failed') : refusal }
}

/** Why a link cannot be created yet; null where it can. */
function useReasonAgainst(): (settings: SnapshotSettings, draft: string | null) => string | null {
  const t = useTranslations('snapshots.dialog')
  return (settings, draft) => {
    if (draft === null) return t('reading')
    if (!isPassphraseUsable(settings.passphrase)) return t('passphraseHint')
    return isMakerUsable(settings) ? null : t('maker.missing')
  }
}

/**
 * Creates a link that opens without sign-in. Its content is shown beside the options, exactly as readers will see it.
 */
export default function SnapshotDialog({ subject, parts, mostHours, draw, onClose }: SnapshotDialogProps) {
  const t = useTranslations('snapshots.dialog')
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const hours = Math.min(snapshotHours.usual, mostHours)
  const [settings, setSettings] = useState<SnapshotSettings>({
    reveal: [],
    hours,
    passphrase: '',
    maker: 'none',
    name: '',
  })
  const [draft, setDraft] = useState<string | null>(null)
  const { made, make, busy, problem } = useMake(draft, settings)
  const reasonAgainst = useReasonAgainst()
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  const accountName = useSession().account?.name ?? null
  const maker = shownMaker(settings, accountName)
  const reason = reasonAgainst(settings, draft)
  const isMade = made !== null && made.token !== null && made.expiresAt !== null
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className="floating m-auto h-[min(52rem,calc(100dvh-1.5rem))] w-[min(76rem,calc(100vw-1.5rem))] flex-col overflow-y-auto open:flex"
      onClose={onClose}
    >
      <DialogHeader id={titleId} title={t('title')} onClose={() => dialog.current?.close()} />
      <div className="grid min-h-0 flex-1 gap-4 p-4 wide:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="flex flex-col gap-4">
          {isMade ? (
            <Made token={made.token ?? ''} expiresAt={made.expiresAt ?? ''} />
          ) : (
            <>
              <p className="text-text-2">{t('intro')}</p>
              <SnapshotForm
                parts={parts}
                mostHours={mostHours}
                settings={settings}
                accountName={accountName}
                onChange={setSettings}
              />
              {problem !== null && (
                <p role="alert" className="font-medium">
                  {problem}
                </p>
              )}
              <div>
                <Button variant="ink" aria-busy={busy} disabledReason={reason} onClick={make}>
                  {t('make')}
                </Button>
              </div>
            </>
          )}
          <NextLink href="/snapshots" className="prose-link">
            {t('manage')}
          </NextLink>
        </div>
        <section
          aria-label={t('preview')}
          className="min-h-64 min-w-0 overflow-y-auto rounded-card border border-dashed border-line-strong p-4"
        >
          <p className="mb-3 text-label text-text-3">{t('preview')}</p>
          {maker !== null && (
            <div className="mb-3">
              <MadeBy maker={maker} />
            </div>
          )}
          <Preview request={{ subject, reveal: [...settings.reveal] }} draw={draw} onDraft={setDraft} />
        </section>
      </div>
    </dialog>
  )
}
