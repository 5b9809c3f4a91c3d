'use client'

import { CircleX } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { EmptyCard } from '@/components/ui/empty-card'
import { ButtonLink } from '@/components/ui/link'

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
            <ButtonLink href="/">{texts.home}</ButtonLink>
          </>
        }
      >
        {texts.text}
      </EmptyCard>
    </div>
  )
}
