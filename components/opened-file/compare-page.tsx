'use client'

import { FileClock, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, type ReactNode } from 'react'
import { useFleet } from '@/components/queries/use-fleet'
import { Banner } from '@/components/ui/banner'
import { compareFiles, fleetInFile } from '@/lib/views/fleet-difference'
import { ChooseFile } from './choose-file'
import { ComparedFiles, type ComparedFilesProps } from './compared-files'
import { useOtherFile } from './file-context'

/** What two files show, the earlier one first, and which is the one of this page; null until both are read to their end. */
function useComparison(): ComparedFilesProps | null {
  const { shown, other } = useOtherFile()
  const { fleet } = useFleet()
  const isRead = fleet.load.phase === 'ended' || fleet.load.phase === 'failed'
  return useMemo(() => {
    if (shown === null || other?.kind !== 'read' || !isRead) return null
    const { name, takenAt } = shown.state.file
    const here = [{ name, takenAt }, fleetInFile(fleet)] as const
    const there = [other, other.fleet] as const
    return Date.parse(takenAt) > Date.parse(other.takenAt)
      ? { comparison: compareFiles(there, here), shown: 'after' }
      : { comparison: compareFiles(here, there), shown: 'before' }
  }, [shown, other, fleet, isRead])
}

function Refused({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('local.compare.page')
  return (
    <Banner announce tone="warning" icon={<TriangleAlert size={16} aria-hidden />} title={t('refused')}>
      {children}
    </Banner>
  )
}

/** What became of the other file, where there is nothing to compare. */
function OtherFileStatus() {
  const t = useTranslations('local.compare')
  const refused = useTranslations('local.bundle.refused')
  const errors = useTranslations('errors')
  const { other } = useOtherFile()
  switch (other?.kind) {
    case undefined:
      return null
    case 'reading':
    case 'read':
      return (
        <p role="status" className="flex items-center gap-2 text-text-2">
          <FileClock size={16} aria-hidden />
          {other.kind === 'reading' ? t('page.reading', { file: other.name }) : t('page.waits')}
        </p>
      )
    case 'refused':
      return <Refused>{refused(other.code, { file: other.name })}</Refused>
    case 'obstacle':
      return <Refused>{t(`obstacle.${other.code}`)}</Refused>
    case 'failed':
      return <Refused>{errors(`${other.problem.code}.title`)}</Refused>
  }
}

/** The fleet of this page's file beside that of another one. */
export function ComparePage() {
  const t = useTranslations('local.compare.page')
  const { read } = useOtherFile()
  const compared = useComparison()
  return (
    <article
      className="flex flex-col gap-4 p-3 narrow:p-5"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const file = event.dataTransfer.files[0]
        if (file !== undefined) read(file)
      }}
    >
      <header>
        <h1 className="text-page font-semibold tracking-heading">{t('title')}</h1>
        <p className="prose-body max-w-[61rem] text-text-2">{t('text')}</p>
      </header>
      <ChooseFile label={t('choose')} onFile={read} />
      {compared === null ? <OtherFileStatus /> : <ComparedFiles {...compared} />}
    </article>
  )
}
