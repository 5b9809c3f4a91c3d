'use client'

import { useTranslations } from 'next-intl'
import { MessageText } from './message-text'
import { KindMeaning } from './kind-meaning'

const shown = 40

export interface InsideLinesProps {
  readonly inside: {
    readonly source: 'pasted' | 'boot-diagnostics'
    readonly cut: boolean
    readonly steps: readonly string[]
    readonly lines: readonly {
      readonly kind: string
      readonly text: string
      readonly line: number
      readonly showsNext: boolean
    }[]
  }
}

/** The recognised lines of a log, with their meaning, and the furthest step of OS encryption among them. */
export function InsideLines({ inside }: InsideLinesProps) {
  const t = useTranslations('troubleshoot.inside')
  const step = inside.steps.at(-1)
  return (
    <section className="mt-4 flex flex-col gap-2 border-t border-line pt-3" aria-label={t('lines')}>
      <p role="status" className="font-medium">
        {t(`source.${inside.source}`)}:{' '}
        {inside.lines.length === 0 ? t('nothing') : t('found', { count: inside.lines.length })}
      </p>
      {inside.cut && <p className="text-meta text-text-2">{t('cut')}</p>}
      {step !== undefined && (
        <p>
          {t.rich('step', {
            step: () => (
              <code className="font-mono text-code" dir="ltr">
                {step}
              </code>
            ),
          })}
        </p>
      )}
      <ol className="flex flex-col gap-3">
        {inside.lines.slice(-shown).map(({ kind, text, line, showsNext }) => (
          <li key={line} className="flex flex-col gap-1">
            <span className="text-meta text-text-2">{t('line', { number: line })}</span>
            <MessageText text={text} />
            <KindMeaning kind={kind} showsNext={showsNext} check="check-nothing-runs" />
          </li>
        ))}
      </ol>
    </section>
  )
}
