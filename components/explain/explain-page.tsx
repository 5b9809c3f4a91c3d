'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Banner } from '@/components/ui/banner'
import { TriangleAlert } from 'lucide-react'
import type { ExplainErrorCode } from '@/lib/contract/explain'
import { explainAny, type ExplainedAny } from '@/lib/diagnosis/text/explain-any'
import { decodeText } from '@/lib/shared/decode-text'
import { pasteLimit } from '@/lib/facts/paste/errors'
import { ExplainResult } from './explain-result'
import { Examples } from './examples'
import { ForeignResult } from './foreign-result'
import { FragmentResult } from './fragment-result'
import { SeveralResult } from './several-result'
import { TextResult } from './text-result'
import { UnknownResult } from './unknown-result'

const limitMb = Math.floor(pasteLimit / (1024 * 1024))

function Problem({ code }: { readonly code: ExplainErrorCode }) {
  const t = useTranslations('explain')
  return (
    <Banner icon={<TriangleAlert size={16} aria-hidden />} tone="warning" title={t(`error.${code}.title`)} announce>
      {t(`error.${code}.next`, { size: limitMb })}
    </Banner>
  )
}

interface PasteFieldProps {
  readonly text: string
  readonly onText: (text: string) => void
  /** A file above the limit is not opened: a text field with megabytes in it freezes the browser. */
  readonly onTooLarge: () => void
}

function PasteField({ text, onText, onTooLarge }: PasteFieldProps) {
  const t = useTranslations('explain')
  const id = useId()
  const file = useRef<HTMLInputElement>(null)
  const read = async (chosen: File | undefined) => {
    if (chosen === undefined) return
    if (chosen.size > pasteLimit) onTooLarge()
    else onText(decodeText(new Uint8Array(await chosen.arrayBuffer())))
  }
  return (
    <div className="card flex flex-col gap-2 p-4">
      <label htmlFor={id} className="text-section font-semibold">
        {t('field')}
      </label>
      <p id={`${id}-hint`} className="text-meta text-text-2">
        {t('hint', { size: limitMb })}
      </p>
      <textarea
        id={id}
        dir="ltr"
        value={text}
        onChange={(event) => onText(event.target.value)}
        placeholder={t('placeholder')}
        aria-describedby={`${id}-hint`}
        spellCheck={false}
        autoComplete="off"
        rows={12}
        className="w-full resize-y rounded-control border border-control bg-code-surface p-3 font-mono text-code"
      />
      <div className="flex flex-wrap gap-2">
        <input
          ref={file}
          type="file"
          hidden
          aria-label={t('file')}
          accept=".json,.txt,application/json,text/plain"
          onChange={(event) => {
            void read(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Button onClick={() => file.current?.click()}>{t('file')}</Button>
        {text !== '' && (
          <Button variant="quiet" onClick={() => onText('')}>
            {t('clear')}
          </Button>
        )}
      </div>
    </div>
  )
}

function Read({ read }: { readonly read: ExplainedAny }) {
  const t = useTranslations('explain')
  if (read.kind === 'vm') return <ExplainResult explained={read.explained} />
  if (read.kind === 'vms') return <SeveralResult several={read} />
  if (read.kind === 'none') {
    return (
      <div className="flex flex-col gap-4">
        <Problem code={read.code} />
        <UnknownResult unknown={read.unknown} />
      </div>
    )
  }
  return (
    <section aria-label={t('result')} className="flex min-w-0 flex-col gap-4">
      {read.fragments.map((fragment) => (
        <FragmentResult key={fragment.kind} fragment={fragment} />
      ))}
      <TextResult text={read.text} />
      <ForeignResult foreign={read.text.foreign} />
      <UnknownResult unknown={read.text.unknown} />
    </section>
  )
}

/** Judges a pasted text in the user's browser: no sign-in, no request, nothing stored. */
export function ExplainPage() {
  const t = useTranslations('explain')
  const [text, setText] = useState('')
  const [isTooLarge, setTooLarge] = useState(false)
  const change = (next: string, tooLarge: boolean) => {
    setText(next)
    setTooLarge(tooLarge)
  }
  const deferred = useDeferredValue(text)
  const read = useMemo(() => (deferred.trim() === '' ? null : explainAny(deferred)), [deferred])
  return (
    <div className="flex flex-col gap-4 p-3 narrow:p-5">
      <header>
        <h1 className="text-page font-semibold tracking-heading">{t('title')}</h1>
        <p className="prose-body max-w-[61rem] text-text-2">{t('lead')}</p>
      </header>
      <div className="grid gap-4 wide:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
        <PasteField text={text} onText={(next) => change(next, false)} onTooLarge={() => change('', true)} />
        <div className="min-w-0">
          {isTooLarge && <Problem code="too-large" />}
          {read === null && !isTooLarge && <Examples onText={(next) => change(next, false)} />}
          {read !== null && <Read read={read} />}
        </div>
      </div>
    </div>
  )
}
