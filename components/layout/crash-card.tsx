'use client'

import { CircleX } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { EmptyCard } from '@/components/ui/empty-card'

export interface CrashCardProps {
  /** Texts come by props: this card also stands where no provider is left. */
  readonly texts: {
    readonly title: string
    readonly text: string
    readonly reference: string
    readonly again: string
    readonly home: string
  }
  /** Next's digest of the error; the error itself is in the server's log only. */
  readonly digest: string | null
  readonly onRetry: () => void
}

/** A page failed while it was drawn. Says that the VMs are not the reason. */
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
            {/* No link of the router's: what crashed is left behind whole. */}
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
