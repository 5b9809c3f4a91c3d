'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { explainAny } from '@/lib/diagnosis/text/explain-any'
import { decodeText } from '@/lib/shared/decode-text'
import { pasteLimit } from '@/lib/facts/paste/errors'
import { Examples } from './examples'
import { Explained, Unread } from './explained'

const limitMb = Math.floor(pasteLimit / (1024 * 1024))

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
      <div className="grid items-start gap-4 wide:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
        <PasteField text={text} onText={(next) => change(next, false)} onTooLarge={() => change('', true)} />
        <div className="min-w-0">
          {isTooLarge && <Unread code="too-large" />}
          {read === null && !isTooLarge && <Examples onText={(next) => change(next, false)} />}
          {read !== null && <Explained read={read} />}
        </div>
      </div>
    </div>
  )
}
