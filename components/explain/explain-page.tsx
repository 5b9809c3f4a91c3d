'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react'
import { handFile } from '@/components/providers/handed-file'
import { Button } from '@/components/ui/button'
import { explainAny } from '@/lib/diagnosis/text/explain-any'
import { decodeText } from '@/lib/shared/decode-text'
import { pasteLimit, type UnreadCode } from '@/lib/facts/paste/errors'
import { gzipStart, otherFileOf } from '@/lib/facts/paste/other-file'
import { Examples } from './examples'
import { Explained, Unread } from './explained'

const limitMb = Math.floor(pasteLimit / (1024 * 1024))

interface PasteFieldProps {
  readonly text: string
  readonly onText: (text: string) => void
  /** A file that is not opened: it is no text, or with its megabytes the text field would freeze the browser. */
  readonly onRefused: (code: UnreadCode) => void
  /** A compressed file, which may be a whole fleet: another page opens it. */
  readonly onFleet: (file: File) => void
}

/** Enough of a file to see what it is. */
const startBytes = 1024

function PasteField({ text, onText, onRefused, onFleet }: PasteFieldProps) {
  const t = useTranslations('explain')
  const id = useId()
  const file = useRef<HTMLInputElement>(null)
  const read = async (chosen: File | undefined) => {
    if (chosen === undefined) return
    const start = decodeText(new Uint8Array(await chosen.slice(0, startBytes).arrayBuffer()))
    if (start.startsWith(gzipStart)) {
      onFleet(chosen)
      return
    }
    const other = otherFileOf(start)
    if (other !== null || chosen.size > pasteLimit) onRefused(other ?? 'too-large')
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
        onDrop={(event) => {
          const [dropped] = event.dataTransfer.files
          // A dropped text goes into the field by itself; a dropped file would replace the page.
          if (dropped === undefined) return
          event.preventDefault()
          void read(dropped)
        }}
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
          accept=".json,.txt,.gz,application/json,text/plain,application/gzip"
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
  const [refused, setRefused] = useState<UnreadCode | null>(null)
  const change = (next: string, code: UnreadCode | null = null) => {
    setText(next)
    setRefused(code)
  }
  const router = useRouter()
  const openFleet = (file: File) => {
    handFile(file)
    router.push('/file')
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
        <PasteField
          text={text}
          onText={(next) => change(next)}
          onRefused={(code) => change('', code)}
          onFleet={openFleet}
        />
        <div className="min-w-0">
          {refused !== null && <Unread code={refused} />}
          {read === null && refused === null && <Examples onText={(next) => change(next)} />}
          {read !== null && <Explained read={read} text={deferred} />}
        </div>
      </div>
    </div>
  )
}
