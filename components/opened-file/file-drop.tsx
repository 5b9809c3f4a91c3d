'use client'

import { FileClock, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, type ReactNode } from 'react'
import { takeHandedFile } from '@/components/providers/handed-file'
import { Banner } from '@/components/ui/banner'
import { ChooseFile } from './choose-file'
import { useOpenedFile } from './file-context'
import { fetchFile, siteFile } from './site-file'

/** Shows what is inside once a file is open; before that, where to drop one, and why one was refused. */
export function FileDrop({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('local.inPage')
  const bundle = useTranslations('local.bundle')
  const [state, open] = useOpenedFile()
  const hidden = bundle('hidden')
  const take = (file: File | null | undefined) => {
    if (file !== null && file !== undefined) void open(file, hidden)
  }
  useEffect(() => {
    const file = takeHandedFile()
    const address = siteFile()
    if (file !== null) void open(file, hidden)
    else if (address !== null && address !== '') void fetchFile(address).then((fetched) => open(fetched, hidden))
  }, [open, hidden])
  if (state === 'open') return children
  return (
    <div
      className="flex flex-col gap-4 p-3 narrow:p-5"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        take(event.dataTransfer.files[0])
      }}
    >
      <header>
        <h1 className="text-page font-semibold tracking-heading">{t('title')}</h1>
        <p className="prose-body max-w-[61rem] text-text-2">{t('text')}</p>
      </header>
      {typeof state === 'object' && state !== null && (
        <Banner announce tone="warning" icon={<TriangleAlert size={16} aria-hidden />} title={t('refused')}>
          {bundle(`refused.${state.refused}`, { file: state.name })}
        </Banner>
      )}
      {state === 'opening' ? (
        <p role="status" className="flex items-center gap-2 text-text-2">
          <FileClock size={16} aria-hidden />
          {t('opening')}
        </p>
      ) : (
        <ChooseFile label={t('choose')} onFile={take} />
      )}
    </div>
  )
}
