'use client'

import { CircleX } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { EmptyCard } from '@/components/ui/empty-card'

export interface CrashCardProps {
  /** Texts come as props: this card is also shown outside all providers. */
  readonly texts: {
    readonly title: string
    readonly text: string
    readonly reference: string
    readonly again: string
    readonly home: string
  }
  /** Next.js's digest of the error; only the server's log contains the error itself. */
  readonly digest: string | null
  readonly onRetry: () => void
}

/** A page failed while rendering. States that the VMs are not the reason. */
export function CrashCard({ texts, digest, onRetry }: CrashCardProps) {
  return (
    <div className="p-3 narrow:p-5">
      <EmptyCard
        headingLevel={1}
        icon={<CircleX size={20} aria-hidden />}
        title={texts.title}
        {...(digest === null
          ? {}
          : {
              facts: [
                { key: 'digest', label: texts.reference, value: <span className="font-mono text-code">{digest}</span> },
              ],
            })}
        actions={
          <>
            <Button variant="ink" onClick={onRetry}>
              {texts.again}
            </Button>
            {/* Not a link of the router: a full navigation leaves the crashed page. */}
            <a href="/" className={buttonStyle('outlined', 'normal')}>
              {texts.home}
            </a>
          </>
        }
      >
        {texts.text}
      </EmptyCard>
    </div>
  )
}
