'use client'

import { ArrowRight, RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { problemOf } from '@/components/providers/api-problem'
import { useFleetVm } from '@/components/queries/use-fleet-vm'
import { Button } from '@/components/ui/button'
import { KeyHint } from '@/components/ui/key-hint'
import { ButtonLink } from '@/components/ui/link'
import { useAnnounce } from '@/components/ui/live-region'
import { instanceOf, vmGuidePath, vmPagePath, type VmReference } from '@/lib/contract/vm-reference'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { useFleetContext } from './fleet-context'
import { PanelBody } from './panel-body'
import { panelStyle } from './panel-style'
import { referenceOf } from './panel-facts'
import { PanelHeader } from './panel-header'

/** Delay before a VM is read, so that moving through rows does not read each of them. */
const settleMs = 250

function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}

export interface SidePanelProps {
  /** Key of the open row. */
  readonly vmKey: string
  readonly entry: FleetEntry | undefined
  /** True when the panel covers the whole page: then it also takes the focus. */
  readonly isPage: boolean
  readonly onClose: () => void
  /** Shows the previous or next row. */
  readonly onStep: (step: 1 | -1) => void
}

interface OpenPanelProps extends SidePanelProps {
  readonly reference: VmReference
}

function Footer({
  reference,
  isGuided,
  isReading,
  onRecheck,
}: {
  readonly reference: VmReference
  /** True when the row names a problem that has a guide. */
  readonly isGuided: boolean
  readonly isReading: boolean
  readonly onRecheck: () => void
}) {
  const t = useTranslations('fleet.panel')
  const next = useTranslations('vm.next')
  const again = useTranslations('vm.again')
  const { tenantId } = useFleetContext()
  return (
    <footer className="sticky bottom-0 flex flex-wrap items-center gap-2 border-t border-line bg-surface px-4 py-3 narrow:px-5">
      {isGuided && (
        <ButtonLink variant="ink" href={vmGuidePath(reference, tenantId)} prefetch={false}>
          {next('guide')}
          <ArrowRight size={16} aria-hidden />
        </ButtonLink>
      )}
      <ButtonLink variant={isGuided ? 'outlined' : 'ink'} href={vmPagePath(reference, tenantId)} prefetch={false}>
        {t('open')}
        {!isGuided && <ArrowRight size={16} aria-hidden />}
      </ButtonLink>
      <Button icon={<RefreshCw size={16} aria-hidden />} onClick={onRecheck} aria-busy={isReading}>
        {isReading ? t('reading') : again('recheck')}
      </Button>
      <span className="ml-auto hidden items-center gap-1.5 text-meta text-text-3 narrow:flex">
        <KeyHint keys={['↑', '↓']} /> {t('nextRow')} <KeyHint keys={['Esc']} /> {t('closeKey')}
      </span>
    </footer>
  )
}

function OpenPanel({ vmKey, entry, isPage, onClose, onStep, reference }: OpenPanelProps) {
  const t = useTranslations('fleet.panel')
  const again = useTranslations('vm.again')
  const states = useTranslations('states.state')
  const announce = useAnnounce()
  const panel = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const settledKey = useSettled(vmKey, settleMs)
  const query = useFleetVm(settledKey === vmKey ? reference : null)

  useEffect(() => {
    body.current?.scrollTo(0, 0)
  }, [vmKey])
  useEffect(() => {
    if (isPage) panel.current?.querySelector('h2')?.focus()
  }, [isPage])

  const recheck = () => {
    void query.refetch().then(({ data, isError }) => {
      if (isError || data === undefined) announce(again('recheckFailed'))
      else announce(again('rechecked', { name: data.name, state: states(data.verdict.state) }))
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (event.key === 'Escape') onClose()
    else if (step !== null && !isPage) {
      event.preventDefault()
      onStep(step)
    }
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- key events of the buttons inside bubble to here
    <aside ref={panel} aria-label={t('label', { name: reference.name })} onKeyDown={onKeyDown} className={panelStyle}>
      <PanelHeader
        reference={reference}
        entry={entry}
        pass={query.data?.verdict.pass ?? entry?.pass ?? null}
        onClose={onClose}
      />
      <div
        ref={body}
        role="region"
        aria-label={t('label', { name: reference.name })}
        tabIndex={0}
        className="focus-inside min-h-0 flex-1 overflow-y-auto"
      >
        <PanelBody
          key={vmKey}
          entry={entry}
          vm={query.data}
          problem={query.error === null ? null : problemOf(query.error)}
          isReading={query.isFetching || settledKey !== vmKey}
        />
      </div>
      <Footer
        reference={reference}
        isGuided={(entry?.problem ?? null) !== null && instanceOf(reference.id) === null}
        isReading={query.isFetching}
        onRecheck={recheck}
      />
    </aside>
  )
}

/** One VM beside the table: not modal, moved with the arrow keys, closed with Esc. */
export default function SidePanel(props: SidePanelProps) {
  const reference = referenceOf(props.vmKey, props.entry)
  return reference === null ? null : <OpenPanel {...props} reference={reference} />
}
