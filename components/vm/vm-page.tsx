'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, type ReactNode } from 'react'
import { problemOf } from '@/components/providers/api-problem'
import { useErrorCause } from '@/components/providers/use-error-cause'
import { useVm } from '@/components/queries/use-vm'
import { Age } from '@/components/state/age'
import { useAddressValue } from '@/components/state/use-address-value'
import { Banner } from '@/components/ui/banner'
import { useAnnounce } from '@/components/ui/live-region'
import { Tabs } from '@/components/ui/tabs'
import type { VmDetail } from '@/lib/contract/vm'
import type { VmReference } from '@/lib/contract/vm-reference'
import { inboxKeyOf } from '@/lib/views/inbox'
import { showsFile } from '@/lib/shared/moment'
import { WorkProgressCard } from './work-progress-card'
import { EvidenceMatrix } from './evidence-matrix'
import { FactsCard } from './facts-card'
import { FlagsCard } from './flags-card'
import { InstanceCard } from './instance-card'
import { MessageCard } from './message-card'
import { NextCard } from './next-card'
import { OtherToolsCard } from './other-tools-card'
import { RawTab } from './raw-tab'
import { usePageTitle } from './use-page-title'
import { summaryOf } from './vm-summary'
import { VmHeader } from './vm-header'
import { VmProblem } from './vm-problem'
import { VolumesCard } from './volumes-card'
import { WordsCard } from './words-card'

const AcknowledgementCard = lazy(() => import('@/components/notes/acknowledgement-card'))

const views = ['now', 'timeline', 'troubleshoot', 'readiness', 'raw'] as const
type View = (typeof views)[number]

/** Content of tabs from other parts of the screen; a tab without content is not shown. */
export type VmViews = Readonly<Partial<Record<Exclude<View, 'now' | 'raw'>, ReactNode>>>

/** Whether a problem needs a person. */
const isOpen = ({ severity }: VmDetail['problems'][number]): boolean => severity === 'error' || severity === 'action'

/**
 * Side by side if there is space; otherwise the next step comes first. Where something is wrong, the message with its
 * cause and first steps stands above the evidence.
 */
function Now({ vm, onGuide }: { readonly vm: VmDetail; readonly onGuide: (() => void) | null }) {
  const isWrong = vm.problems.some(isOpen)
  const message = (
    <MessageCard
      progress={vm.verdict.progress}
      problem={isWrong ? (vm.problems[0]?.kind ?? null) : null}
      volumes={[vm.verdict.os, vm.verdict.data]}
      flags={vm.verdict.flags.map(({ code }) => code)}
      displayStatus={vm.statuses[0]?.displayStatus ?? null}
    />
  )
  return (
    <div className="grid gap-4 wide:grid-cols-[minmax(0,1fr)_18.5rem] wide:grid-rows-[auto_1fr]">
      <div className="flex min-w-0 flex-col gap-4 wide:col-start-2">
        <NextCard summary={summaryOf(vm)} onGuide={onGuide} />
        <Suspense fallback={null}>
          <AcknowledgementCard
            className="card px-4 pt-3 pb-4"
            vm={{
              key: vm.id.toLowerCase(),
              code: inboxKeyOf(summaryOf(vm), vm.problems[0] ?? null),
              since: vm.workProgress.history?.firstSeen ?? null,
            }}
          />
        </Suspense>
      </div>
      <div className="flex min-w-0 flex-col gap-4 wide:col-start-1 wide:row-span-2 wide:row-start-1">
        {isWrong && message}
        <EvidenceMatrix
          rows={vm.evidence}
          dataDisks={vm.verdict.data.total}
          readAt={vm.readAt}
          heartbeatAt={vm.agent.heartbeatAt}
        />
        {!isWrong && message}
        <VolumesCard verdict={vm.verdict} disks={vm.disks} />
        <OtherToolsCard {...vm} stampsRead={vm.unknownWords.every(({ field }) => field !== 'disk-stamps')} />
      </div>
      <div className="flex min-w-0 flex-col gap-4 wide:col-start-2">
        <InstanceCard instance={vm.instance} />
        <WorkProgressCard workProgress={vm.workProgress} />
        <WordsCard words={vm.unknownWords} />
        <FlagsCard flags={vm.verdict.flags} />
        <FactsCard vm={vm} />
      </div>
    </div>
  )
}

/** The view in the URL; kept there so that a link opens the same one. */
function useView(shown: readonly View[]): [View, (view: View) => void] {
  const [wanted, setWanted] = useAddressValue('view')
  const view = shown.find((one) => one === wanted) ?? 'now'
  return [view, (next) => setWanted(next === 'now' ? null : next)]
}

export interface VmPageProps {
  readonly reference: VmReference
  readonly views: VmViews
  /** Buttons that other parts of the screen add to the heading. */
  readonly actions?: ReactNode
}

/** Number of problems that need a person, shown on the tab. */
function open(vm: VmDetail): number | null {
  const count = vm.problems.filter(isOpen).length
  return count === 0 ? null : count
}

/** One VM: the verdict, the evidence behind it, and the next step. Shown to signed-in users. */
export function VmPage({ reference, views: others, actions = null }: VmPageProps) {
  const t = useTranslations('vm')
  const states = useTranslations('states.state')
  const errors = useTranslations('errors')
  const errorCause = useErrorCause()
  const announce = useAnnounce()
  const shown = views.filter((one) => one === 'now' || one === 'raw' || others[one] !== undefined)
  const [view, setView] = useView(shown)
  const query = useVm(reference)
  const vm = query.data
  usePageTitle(vm === undefined ? null : t('title', { name: vm.name }))

  const recheck = () => {
    void query.refetch().then((result) => {
      if (result.isError || result.data === undefined) announce(t('again.recheckFailed'))
      else announce(t('again.rechecked', { name: result.data.name, state: states(result.data.verdict.state) }))
    })
  }
  if (vm === undefined) {
    if (query.isError) return <VmProblem problem={problemOf(query.error)} reference={reference} onRetry={recheck} />
    return (
      <p role="status" className="text-text-2">
        {t('loading')}
      </p>
    )
  }
  const problem = query.isError ? problemOf(query.error) : null
  const isGuided = vm.problems.length > 0 && others.troubleshoot !== undefined
  return (
    <div className="flex flex-col gap-4">
      {problem !== null && (
        <Banner icon={<TriangleAlert size={16} aria-hidden />} title={errors(`${problem.code}.title`)} announce>
          {errorCause(problem)} {t.rich('lastGood', { age: () => <Age at={vm.readAt} /> })}
        </Banner>
      )}
      <VmHeader vm={vm} reading={query.isFetching} onRecheck={recheck} actions={actions} />
      <div>
        <Tabs
          label={t('tabs.label')}
          tabs={shown.map((key) => ({
            key,
            label: t(`tabs.${key}`),
            ...(key === 'troubleshoot' ? { count: open(vm) } : {}),
          }))}
          current={view}
          onChange={setView}
          aside={t.rich(showsFile() ? 'readFromFile' : 'readAs', {
            age: () => <Age at={vm.readAt} style="sentence" />,
          })}
        >
          {view === 'now' && <Now vm={vm} onGuide={isGuided ? () => setView('troubleshoot') : null} />}
          {view === 'raw' && <RawTab raw={vm.raw} />}
          {view !== 'now' && view !== 'raw' && others[view]}
        </Tabs>
      </div>
    </div>
  )
}
