'use client'

import type { ReactNode } from 'react'
import { CopyButton } from './copy-button'

/** One piece of a command; a filled-in name is marked so that users see what to check. */
export interface CommandPart {
  readonly text: string
  readonly filled?: boolean
}

export interface CodeBlockProps {
  /** Name of the block for screen readers. */
  readonly label: string
  /** Content above the text: where the command runs, or a choice of shells. */
  readonly heading: ReactNode
  readonly parts: readonly CommandPart[]
  readonly texts: { readonly copy: string; readonly copied: string; readonly copyFailed: string }
  /** What the output means. */
  readonly children?: ReactNode
}

/** A text to copy into a shell. No button ever runs it. */
export function CodeBlock({ label, heading, parts, texts, children }: CodeBlockProps) {
  return (
    <figure aria-label={label} className="min-w-0">
      <div className="overflow-hidden rounded-card border border-card-line">
        <div className="flex min-h-8 items-center justify-between gap-2 border-b border-line bg-surface px-1">
          {heading}
          <CopyButton
            text={parts.map((part) => part.text).join('')}
            label={texts.copy}
            copiedLabel={texts.copied}
            failedLabel={texts.copyFailed}
          />
        </div>
        <pre
          dir="ltr"
          className="bg-code-surface px-3 py-2.5 font-mono text-code wrap-anywhere whitespace-pre-wrap [unicode-bidi:isolate]"
        >
          <code>
            {parts.map((part, index) =>
              part.filled === true ? (
                <mark key={index} className="rounded-track bg-selected px-0.5 text-text">
                  {part.text}
                </mark>
              ) : (
                <span key={index}>{part.text}</span>
              ),
            )}
          </code>
        </pre>
      </div>
      {children !== undefined && <figcaption className="mt-2 text-meta text-text-2">{children}</figcaption>}
    </figure>
  )
}
