'use client'

import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Problem, Troubleshoot } from '@/lib/contract/troubleshoot'
import type { VmDetail } from '@/lib/contract/vm'
import type { VmReference } from '@/lib/contract/vm-reference'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { EmptyCard } from '@/components/ui/empty-card'
import { CauseList } from './cause-list'
import { ChangesBanner } from './changes-banner'
import { InsideCard } from './inside-card'
import { ProblemList } from './problem-list'
import { ReadsCard } from './reads-card'
import { ReportCard } from './report-card'
import { StepsCard } from './steps-card'
import { SymptomCard } from './symptom-card'
import { useAddressValue } from '@/components/state/use-address-value'
import { useDoneSteps } from './use-done-steps'
import type { Recheck } from './use-recheck'

export interface GuideProps {
  readonly vm: VmDetail
  readonly answer: Troubleshoot
  readonly words: Remedies
  readonly reference: VmReference
  readonly recheck: Recheck
}

interface OpenProblemProps extends GuideProps {
  readonly problem: Problem
  readonly onChoose: (problem: Problem) => void
}

/** One problem: symptom and causes on the left, the steps of the chosen cause on the right. */
function OpenProblem({ vm, answer, words, reference, recheck, problem, onChoose }: OpenProblemProps) {
  const [wanted, setWanted] = useAddressValue('cause')
  const found = problem.causes.findIndex((cause) => cause.kind === wanted)
  const index = Math.max(found, 0)
  const cause = problem.causes[index]
  const done = useDoneSteps(vm.id, problem.kind, answer.workProgress.history?.firstSeen ?? null)
  return (
    <div className="grid gap-4 wide:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-4">
        <ProblemList problems={answer.problems} words={words} current={problem} onChoose={onChoose} />
        <SymptomCard vm={vm} problem={problem} workProgress={answer.workProgress} words={words} />
        <CauseList
          causes={problem.causes}
          words={words}
          current={cause}
          onChoose={(chosen) => setWanted(chosen.kind)}
          problem={problem.kind}
        />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        {cause !== undefined && (
          <StepsCard
            number={index + 1}
            cause={cause}
            reference={reference}
            answer={answer}
            isLinux={vm.osType === 'Linux'}
            words={words}
            done={done}
            reading={recheck.reading}
            onRecheck={recheck.run}
          />
        )}
        {answer.report !== null && <ReportCard report={answer.report} />}
        <InsideCard reference={reference} inside={answer.inside} />
        <ReadsCard reads={answer.reads} />
      </div>
    </div>
  )
}

/** The panel once all its data has been read. */
export function Guide(props: GuideProps) {
  const { answer, words, recheck, reference } = props
  const t = useTranslations('troubleshoot.nothing')
  const [wanted, setWanted] = useAddressValue('problem')
  const problem = answer.problems.find(({ kind }) => kind === wanted) ?? answer.problems[0]
  return (
    <div className="flex flex-col gap-4">
      {recheck.changes !== null && <ChangesBanner changes={recheck.changes} words={words} />}
      {problem === undefined ? (
        <>
          <EmptyCard icon={<CircleCheck size={20} aria-hidden />} title={t('title')}>
            {t('text')}
          </EmptyCard>
          <InsideCard reference={reference} inside={answer.inside} />
          <ReadsCard reads={answer.reads} />
        </>
      ) : (
        <OpenProblem key={problem.kind} {...props} problem={problem} onChoose={({ kind }) => setWanted(kind)} />
      )}
    </div>
  )
}
