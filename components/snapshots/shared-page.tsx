'use client'

import { Camera, CircleSlash, LockKeyhole } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useId, useState, type ReactNode } from 'react'
import type { ApiProblem } from '@/components/providers/api-problem'
import { openShared } from '@/components/queries/open-shared'
import { Age } from '@/components/state/age'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { EmptyCard } from '@/components/ui/empty-card'
import type { Shared } from '@/lib/contract/snapshots'
import { formatList, formatSentences, formatTime } from '@/lib/i18n/format'
import { MadeBy } from './made-by'
import { ViewSnapshotView } from './view-snapshot'
import { VmSnapshotView } from './vm-snapshot'

type Standing = { readonly kind: 'reading' } | { readonly kind: 'refused'; readonly problem: ApiProblem } | Shown
interface Shown {
  readonly kind: 'shown'
  readonly shared: Shared
}

/** The token in the URL's fragment, which browsers do not send to servers. */
function useToken(): string | null {
  const [token, setToken] = useState<string | null>(null)
  useEffect(() => {
    const read = () => setToken(window.location.hash.slice(1))
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return token
}

function useShared(token: string | null) {
  const [standing, setStanding] = useState<Standing>({ kind: 'reading' })
  const ask = (given: string | null) =>
    openShared(token ?? '', given).then((answer) =>
      setStanding(answer.ok ? { kind: 'shown', shared: answer.value } : { kind: 'refused', problem: answer.failure }),
    )
  useEffect(() => {
    if (token === null) return
    const state = { current: true }
    void openShared(token, null).then((answer) => {
      if (!state.current) return
      setStanding(answer.ok ? { kind: 'shown', shared: answer.value } : { kind: 'refused', problem: answer.failure })
    })
    return () => {
      state.current = false
    }
  }, [token])
  return { standing, ask }
}

function PassphraseCard({
  problem,
  onTry,
}: {
  readonly problem: ApiProblem
  readonly onTry: (passphrase: string) => Promise<void>
}) {
  const t = useTranslations('snapshots.shared')
  const errors = useTranslations('errors')
  const language = useLocale()
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const fieldId = useId()
  const wrong =
    problem.code === 'passphrase-needed'
      ? null
      : formatSentences(language, [errors(`${problem.code}.title`), errors(`${problem.code}.next`)])
  return (
    <form
      className="card mx-auto flex w-full max-w-[30rem] flex-col gap-3 p-5"
      onSubmit={(event) => {
        event.preventDefault()
        setBusy(true)
        void onTry(passphrase).finally(() => setBusy(false))
      }}
    >
      <LockKeyhole size={20} aria-hidden />
      <h1 className="text-page font-semibold tracking-heading">{errors('passphrase-needed.title')}</h1>
      <p className="text-text-2">{errors('passphrase-needed.cause')}</p>
      <label htmlFor={fieldId} className="text-label text-text-3">
        {t('passphrase')}
      </label>
      <input
        id={fieldId}
        type="password"
        autoComplete="off"
        maxLength={200}
        className="min-h-11 rounded-control border border-control bg-surface px-2"
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      {wrong !== null && (
        <p role="alert" className="font-medium">
          {wrong}
        </p>
      )}
      <Button type="submit" variant="ink" aria-busy={busy}>
        {t('open')}
      </Button>
    </form>
  )
}

function About({ shared }: { readonly shared: Shared }) {
  const t = useTranslations('snapshots.shared')
  const part = useTranslations('snapshots.part')
  const language = useLocale()
  const { takenAt, withheld } = shared.content
  return (
    <Banner
      icon={<Camera size={16} aria-hidden />}
      title={t.rich('frozen', {
        age: () => <Age at={takenAt} style="sentence" />,
        time: formatTime(language, takenAt),
      })}
    >
      {t('until', { time: formatTime(language, shared.expiresAt) })}{' '}
      {withheld.length > 0 &&
        t('withheld', {
          parts: formatList(
            language,
            withheld.map((one) => part(one)),
          ),
        })}
    </Banner>
  )
}

function Frozen({ shared }: { readonly shared: Shared }) {
  const { content } = shared
  const shown: ReactNode =
    content.kind === 'vm' ? <VmSnapshotView content={content} /> : <ViewSnapshotView content={content} />
  return (
    <div className="flex flex-col gap-4">
      <About shared={shared} />
      {content.madeBy !== undefined && <MadeBy maker={content.madeBy} />}
      {shown}
    </div>
  )
}

/** A snapshot for readers without permissions in Azure. It requires no sign-in. */
export function SharedPage() {
  const t = useTranslations('snapshots.shared')
  const errors = useTranslations('errors')
  const token = useToken()
  const { standing, ask } = useShared(token)
  if (standing.kind === 'reading') return <p role="status">{t('reading')}</p>
  if (standing.kind === 'shown') return <Frozen shared={standing.shared} />
  const { problem } = standing
  if (problem.code === 'passphrase-needed' || problem.code === 'passphrase-wrong')
    return <PassphraseCard problem={problem} onTry={ask} />
  const isGone = problem.code === 'not-found' || problem.code === 'request-invalid'
  return (
    <EmptyCard
      headingLevel={1}
      icon={<CircleSlash size={20} aria-hidden />}
      title={isGone ? t('gone.title') : errors(`${problem.code}.title`)}
      actions={
        isGone ? null : (
          <Button variant="ink" onClick={() => void ask(null)}>
            {t('again')}
          </Button>
        )
      }
    >
      {isGone ? t('gone.text') : `${errors(`${problem.code}.cause`)} ${errors(`${problem.code}.next`)}`}
    </EmptyCard>
  )
}
