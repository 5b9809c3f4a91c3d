'use client'

import { TriangleAlert } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import type { ExplainErrorCode } from '@/lib/contract/explain'
import { isReadable, type ExplainedAny } from '@/lib/diagnosis/text/explain-any'
import { pasteLimit } from '@/lib/facts/paste/errors'
import { ExplainResult } from './explain-result'
import { ForeignResult } from './foreign-result'
import { FragmentResult } from './fragment-result'
import { SeveralResult } from './several-result'
import { TextResult } from './text-result'
import { UnknownResult } from './unknown-result'

/** With the search of Help, which most texts do not need. */
const NearArticles = dynamic(() => import('@/components/help/near-articles').then((space) => space.NearArticles), {
  ssr: false,
})

const limitMb = Math.floor(pasteLimit / (1024 * 1024))

/** Why a text could not be read, and what to do about it. */
export function Unread({ code }: { readonly code: ExplainErrorCode }) {
  const t = useTranslations('explain')
  return (
    <Banner icon={<TriangleAlert size={16} aria-hidden />} tone="warning" title={t(`error.${code}.title`)} announce>
      {t(`error.${code}.next`, { size: limitMb })}
    </Banner>
  )
}

/** The result for a pasted text; where nothing of it is known, articles about its words. */
export function Explained({ read, text }: { readonly read: ExplainedAny; readonly text: string }) {
  const t = useTranslations('explain')
  if (read.kind === 'vm') return <ExplainResult {...read} />
  if (read.kind === 'vms') return <SeveralResult several={read} />
  if (read.kind === 'none') {
    return (
      <div className="flex flex-col gap-4">
        <Unread code={read.code} />
        <UnknownResult unknown={read.unknown} />
        {isReadable(read.code) && <NearArticles text={text} />}
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
