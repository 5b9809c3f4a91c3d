'use client'

import { Download } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { useSession } from '@/components/providers/session-context'
import { ReportSection, ReportTable } from '@/components/report/report-section'
import { saveFile } from '@/components/state/save-file'
import { StateChip } from '@/components/state/state-chip'
import { Button } from '@/components/ui/button'
import { vmStates } from '@/lib/contract/codes'
import { vmPagePath } from '@/lib/contract/vm-reference'
import { formatItems, formatNumber, formatTime } from '@/lib/i18n/format'
import {
  changedBy,
  changes,
  comparisonAsJson,
  countOf,
  differing,
  type Change,
  type ComparedFile,
  type ComparedVm,
  type Comparison,
  type Shown,
} from '@/lib/views/fleet-difference'

/** Rows that a table shows at first, and more with each click: a browser lays out so many at once. */
const step = 100

function FileLine({ file: { name, takenAt, complete, states } }: { readonly file: ComparedFile }) {
  const t = useTranslations('local.compare')
  const language = useLocale()
  const values = { file: name, moment: formatTime(language, takenAt), vms: formatNumber(language, states.length) }
  return <li>{t(complete ? 'file' : 'filePartly', values)}</li>
}

function StatesTable({ comparison: { before, after } }: { readonly comparison: Comparison }) {
  const t = useTranslations('local.compare.page')
  const language = useLocale()
  const counts = vmStates.map((state) => ({ state, was: countOf(before, state), is: countOf(after, state) }))
  return (
    <ReportSection title={t('states')}>
      <ReportTable
        label={t('states')}
        columns={[t('state'), t('before'), t('after')]}
        texts={1}
        rows={counts
          .filter(({ was, is }) => was > 0 || is > 0)
          .map(({ state, was, is }) => ({
            key: state,
            cells: [<StateChip key="state" state={state} />, formatNumber(language, was), formatNumber(language, is)],
          }))}
        total={null}
      />
    </ReportSection>
  )
}

/** What else than its state differs of a VM, and when each file read it. */
function useDetails(): (vm: ComparedVm) => { readonly also: string; readonly readAt: string } {
  const t = useTranslations('local.compare')
  const volume = useTranslations('states.volume')
  const data = useTranslations('states.data')
  const pass = useTranslations('facts.pass')
  const language = useLocale()
  const words = {
    os: (shown: Shown) => volume(shown.os),
    data: (shown: Shown) => data(shown.data),
    pass: (shown: Shown) => (shown.pass === null ? '–' : pass(shown.pass)),
  }
  const time = (shown: Shown | null) => {
    const at = shown?.evidenceAt ?? null
    return at === null ? '–' : formatTime(language, at)
  }
  return ({ before, after }) => {
    const also =
      before === null || after === null
        ? []
        : differing(before, after).flatMap((aspect) =>
            aspect === 'state'
              ? []
              : [t(`aspect.${aspect}`, { value: `${words[aspect](before)} → ${words[aspect](after)}` })],
          )
    return { also: formatItems(language, also), readAt: `${time(before)} → ${time(after)}` }
  }
}

interface ChangedVmsProps extends Pick<ComparedFilesProps, 'shown'> {
  readonly change: Change
  readonly vms: readonly ComparedVm[]
}

function ChangedVms({ change, vms, shown }: ChangedVmsProps) {
  const t = useTranslations('local.compare')
  const language = useLocale()
  const details = useDetails()
  const { tenantId } = useSession()
  const [most, setMost] = useState(step)
  const title = t(`change.${change}`, { count: formatNumber(language, vms.length) })
  const state = (side: 'before' | 'after', { [side]: found }: ComparedVm) =>
    found === null ? t('page.notInFile') : <StateChip key={side} state={found.state} />
  return (
    <ReportSection title={title}>
      <ReportTable
        label={title}
        columns={[
          ...(['vm', 'group', 'before', 'after', 'also', 'readAt'] as const).map((column) => t(`page.${column}`)),
        ]}
        texts={6}
        rows={vms.slice(0, most).map((vm) => {
          const { also, readAt } = details(vm)
          const { name, resourceGroup } = vm
          return {
            key: vm.id,
            cells: [
              vm[shown] === null ? (
                <span key="vm" dir="ltr">
                  {name}
                </span>
              ) : (
                <Link key="vm" dir="ltr" className="prose-link" href={vmPagePath(vm, tenantId)}>
                  {name}
                </Link>
              ),
              <span key="group" dir="ltr">
                {resourceGroup}
              </span>,
              state('before', vm),
              state('after', vm),
              also,
              readAt,
            ],
          }
        })}
        total={null}
      />
      {vms.length > most && (
        <Button className="self-start" onClick={() => setMost(most + step)}>
          {t('page.more', { count: Math.min(step, vms.length - most), all: vms.length })}
        </Button>
      )}
    </ReportSection>
  )
}

export interface ComparedFilesProps {
  readonly comparison: Comparison
  /** Which of them the other screens show. */
  readonly shown: 'before' | 'after'
}

/** What two files show: by state, and each VM that is not the same in both. */
export function ComparedFiles({ comparison, shown }: ComparedFilesProps) {
  const t = useTranslations('local.compare')
  const language = useLocale()
  const { before, after, vms } = comparison
  const same = changedBy(vms, 'same').length
  const save = () => void saveFile('sealwatch-comparison.json', 'application/json', [comparisonAsJson(comparison)])
  return (
    <>
      <div role="status">
        <ol className="list-decimal pl-5">
          <FileLine file={before} />
          <FileLine file={after} />
        </ol>
      </div>
      <StatesTable comparison={comparison} />
      {changes.map((change) => {
        const found = change === 'same' ? [] : changedBy(vms, change)
        return found.length > 0 && <ChangedVms key={change} change={change} vms={found} shown={shown} />
      })}
      <p>{t('change.same', { count: formatNumber(language, same) })}</p>
      <Button className="self-start" icon={<Download size={16} aria-hidden />} onClick={save}>
        {t('page.download')}
      </Button>
    </>
  )
}
