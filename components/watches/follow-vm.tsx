'use client'

import { Bell, BellRing } from 'lucide-react'
import { useTranslations } from 'next-intl'
import NextLink from 'next/link'
import { useState } from 'react'
import { useWatches } from '@/components/queries/use-watches'
import { Button } from '@/components/ui/button'
import { Popover, PopoverHeader } from '@/components/ui/popover'
import type { VmReference } from '@/lib/contract/vm-reference'
import { vmArmId } from '@/lib/contract/vm-reference'
import type { Watch } from '@/lib/contract/watches'
import { showsFile } from '@/lib/shared/moment'
import { PermissionButton } from './permission-button'
import { useFollow } from './use-follow'
import { everything, WatchForm, type WatchSettings } from './watch-form'

function watchOf(watches: readonly Watch[] | undefined, vm: VmReference): Watch | undefined {
  const id = vmArmId(vm).toLowerCase()
  return watches?.find(({ target }) => target.kind === 'vm' && vmArmId(target.vm).toLowerCase() === id)
}

interface PanelProps {
  readonly vm: VmReference
  readonly watch: Watch | undefined
  readonly onDone: () => void
}

function Panel({ vm, watch, onDone }: PanelProps) {
  const t = useTranslations('watches.follow')
  const list = useWatches()
  const { busy, problem, follow, stop } = useFollow()
  const [settings, setSettings] = useState<WatchSettings>(watch ?? everything)
  const target = { kind: 'vm' as const, vm: { ...vm } }
  const failure = list.data === undefined || list.data.failure === null ? null : t('noHistory')
  return (
    <div className="flex w-80 max-w-full flex-col gap-3 p-2">
      <p className="px-2 text-text-2">{t('intro')}</p>
      <WatchForm settings={settings} list={list.data} onChange={setSettings} />
      <div className="px-2">
        <PermissionButton />
      </div>
      {(problem ?? failure) !== null && (
        <p role="alert" className="px-2 font-medium">
          {problem ?? failure}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2 px-2 pb-2">
        <Button
          variant="ink"
          aria-busy={busy}
          onClick={() => void follow(target, vm.name, settings).then((done) => done && watch !== undefined && onDone())}
        >
          {watch === undefined ? t('follow') : t('save')}
        </Button>
        {watch !== undefined && (
          <Button onClick={() => void stop(watch.id, vm.name).then((done) => done && onDone())}>{t('stop')}</Button>
        )}
        <NextLink href="/following" className="prose-link">
          {t('manage')}
        </NextLink>
      </div>
    </div>
  )
}

/**
 * Follows one VM: a button that opens the choice of notifications and receivers, and stops them. None for a VM in a file,
 * which never changes.
 */
export function FollowVm({ vm }: { readonly vm: VmReference }) {
  return showsFile() ? null : <FollowButton vm={vm} />
}

function FollowButton({ vm }: { readonly vm: VmReference }) {
  const t = useTranslations('watches.follow')
  const ui = useTranslations('ui')
  const watch = watchOf(useWatches().data?.watches, vm)
  const [open, setOpen] = useState(false)
  const Icon = watch === undefined ? Bell : BellRing
  return (
    <Popover
      align="end"
      label={t('panel')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button icon={<Icon size={16} aria-hidden />}>{watch === undefined ? t('follow') : t('following')}</Button>
      }
    >
      <PopoverHeader title={t('panel')} closeLabel={ui('close')} />
      <Panel key={watch?.id ?? ''} vm={vm} watch={watch} onDone={() => setOpen(false)} />
    </Popover>
  )
}
