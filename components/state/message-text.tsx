'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { guestText } from './guest-text'

const blockLimit = 64_000
const foldedLines = 6
const foldedCharacters = 480

/**
 * A message from inside a VM in full: monospace, folded when long, with a copy button. It is untrusted, so it is
 * rendered as text only, and invisible characters are named in place.
 */
export function MessageText({ text }: { readonly text: string }) {
  const t = useTranslations('ui')
  const [open, setOpen] = useState(false)
  const id = useId()
  const { parts, cut } = guestText(text, blockLimit)
  const long = text.length > foldedCharacters || text.split('\n').length > foldedLines
  return (
    <div className="flex items-start gap-1 rounded-control border border-line bg-code-surface py-1 pr-1 pl-3">
      <div className="min-w-0 flex-1 py-1">
        <pre
          id={id}
          dir="ltr"
          lang="en"
          className={`font-mono text-code wrap-anywhere whitespace-pre-wrap [unicode-bidi:isolate] ${long && !open ? 'line-clamp-6' : ''}`}
        >
          {parts.map((part, index) =>
            part.kind === 'text' ? (
              <span key={index}>{part.text}</span>
            ) : (
              <span
                key={index}
                title={t('invisible', { code: part.code })}
                className="rounded-track bg-selected px-0.5 text-text-3"
              >
                U+{part.code}
              </span>
            ),
          )}
          {cut && '…'}
        </pre>
        {long && (
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            className="prose-link mt-1 text-meta"
            onClick={() => setOpen(!open)}
          >
            {open ? t('showLess') : t('showMore')}
          </button>
        )}
      </div>
      <CopyButton iconOnly text={text} label={t('copy')} copiedLabel={t('copied')} failedLabel={t('copyFailed')} />
    </div>
  )
}
