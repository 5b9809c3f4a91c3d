'use client'

import { useTranslations } from 'next-intl'
import { SeverityIcon } from '@/components/state/severity-mark'
import { StateChip } from '@/components/state/state-chip'
import { Chip } from '@/components/ui/chip'
import { EvidenceMatrix } from '@/components/vm/evidence-matrix'
import { FlagsCard } from '@/components/vm/flags-card'
import { MessageCard } from '@/components/vm/message-card'
import { NextCard } from '@/components/vm/next-card'
import { OtherToolsCard } from '@/components/vm/other-tools-card'
import { summaryOf } from '@/components/vm/vm-summary'
import { WordsCard } from '@/components/vm/words-card'
import { VolumesCard } from '@/components/vm/volumes-card'
import { isDoubted, reportsFailure } from '@/lib/diagnosis/advice'
import { hidesDataDisks } from '@/lib/diagnosis/data-disks'
import { isContradicted } from '@/lib/diagnosis/contradicted'
import { ownStepsFit, ownStepsFitBeside, ownStepsWantRest } from '@/lib/diagnosis/steps/own-steps'
import type { ExplainedOne } from '@/lib/diagnosis/text/explain-any'
import { leavesOpen } from '@/lib/diagnosis/text/leaves-open'
import { pastedSummary } from '@/lib/views/pasted-summary'
import { nextOf, sentenceOf } from '@/lib/views/verdict-summary'
import { ForeignResult } from './foreign-result'
import { FragmentResult } from './fragment-result'
import { judgedOf } from './judged'
import { ReportAgeText } from './line-age'
import { ProblemResult } from './problem-result'
import { UnsupportedText } from './unsupported-text'
import { TextResult } from './text-result'
import { UnknownResult } from './unknown-result'

/** The message with its next steps, where they fit what else was pasted. */
function PastedMessage({ explained, troubleshooting, around }: Omit<ExplainedOne, 'fragments' | 'saysMore'>) {
  const { progress, os, data, flags } = explained.explanation
  const { messageKind } = progress
  const fitting = around === null ? ownStepsFit : ownStepsFitBeside
  const isChecked = !troubleshooting.restIsShown && messageKind !== null && ownStepsWantRest(messageKind)
  return (
    <MessageCard
      progress={progress}
      volumes={[os, data]}
      flags={flags.map(({ code }) => code)}
      displayStatus={null}
      next={!fitting(messageKind ?? 'unrecognised', troubleshooting) ? 'hidden' : isChecked ? 'checked' : 'shown'}
    />
  )
}

/** What the verdict means, or why it may not hold. */
export function Lead({
  explained,
  troubleshooting: { problems },
}: Pick<ExplainedOne, 'explained' | 'troubleshooting'>) {
  const t = useTranslations('explain')
  const sentences = useTranslations('verdict.sentence')
  const { state } = explained.explanation
  if (reportsFailure(state, problems)) return t('failureReported')
  if (isContradicted(problems)) return t('contradicted')
  return state === 'unknown' ? t('tooLittle') : sentences(sentenceOf(summaryOf(judgedOf(explained))))
}

/** What stands beside the answer: messages, and what tools printed. */
function BesideAnswer({ around, fragments }: Pick<ExplainedOne, 'around' | 'fragments'>) {
  const t = useTranslations('explain')
  return (
    <>
      {around !== null && (
        <>
          {around.messages.length > 0 && <p>{t('order.unknown')}</p>}
          <TextResult text={around} />
          <ForeignResult foreign={around.foreign} />
          <UnknownResult unknown={around.unknown} />
        </>
      )}
      {fragments.map((fragment) => (
        <FragmentResult key={fragment.kind} fragment={fragment} />
      ))}
    </>
  )
}

/** What a pasted text proves: the same parts as on a VM's own page, without values that only a live reading has,
 * and the causes and steps of each problem. */
export function ExplainResult({ explained, troubleshooting, around, saysMore, fragments }: ExplainedOne) {
  const t = useTranslations('explain')
  const passes = useTranslations('facts.pass')
  const severities = useTranslations('troubleshoot.severity')
  const { explanation, evidence, input, unknownWords } = explained
  const { pass } = explanation
  const vm = judgedOf(explained)
  const summary = pastedSummary(summaryOf(vm), leavesOpen({ explained, around, saysMore, fragments }))
  const isFailure = reportsFailure(explanation.state, troubleshooting.problems)
  const contradicted = isContradicted(troubleshooting.problems)
  const dataDisks = hidesDataDisks(explanation, input !== 'az-encryption-show') ? null : explanation.data.total
  const stampsRead =
    evidence.some(({ kind, os }) => kind === 'stamp' && os.value !== 'not-read') &&
    unknownWords.every(({ field }) => field !== 'disk-stamps')
  return (
    <section aria-label={t('result')} className="flex min-w-0 flex-col gap-4">
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-3">
          <h2 dir="ltr" className="text-vm font-semibold tracking-heading wrap-anywhere">
            {explanation.vm.name ?? t('unnamed')}
          </h2>
          {isFailure && (
            <Chip size="header" className="state-failed" icon={<SeverityIcon severity="error" />} tinted>
              {severities('error')}
            </Chip>
          )}
          <StateChip state={explanation.state} size="header" />
          {isDoubted(explanation.state, troubleshooting.problems, explained.isChanging) && (
            <span className="text-text-2">(?)</span>
          )}
        </div>
        <p className="max-w-[61rem] text-verdict">
          <Lead explained={explained} troubleshooting={troubleshooting} />
        </p>
        <ReportAgeText at={explained.reportedAt} />
        {saysMore && <p>{t('besideUnread')}</p>}
        <p className="text-meta text-text-2">{t('recognised', { input: t(`input.${input}`) })}</p>
        <p className="text-meta text-text-2">
          {t('method', { pass: pass === null ? t('methodUnknown') : passes(pass) })}
        </p>
      </div>
      {!isFailure && !contradicted && <NextCard summary={summary} />}
      {nextOf(summary).code === 'verify' && <p>{t('verifyHow')}</p>}
      <UnsupportedText {...troubleshooting} />
      {explained.showsSettings && <p>{t('settingsNoProof')}</p>}
      <BesideAnswer around={around} fragments={fragments} />
      {isFailure && contradicted && <p className="font-medium">{t('contradicted')}</p>}
      {troubleshooting.problems.map((problem) => (
        <ProblemResult key={problem.kind} problem={problem} steps={troubleshooting.steps} />
      ))}
      <EvidenceMatrix rows={evidence} dataDisks={dataDisks} readAt={null} heartbeatAt={null} />
      <PastedMessage explained={explained} troubleshooting={troubleshooting} around={around} />
      <WordsCard words={unknownWords} />
      <FlagsCard flags={vm.verdict.flags} />
      <VolumesCard verdict={vm.verdict} disks={[]} stampsRead={stampsRead} />
      <OtherToolsCard {...vm} stampsRead={stampsRead} />
    </section>
  )
}
