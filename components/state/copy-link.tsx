'use client'

import { Link as LinkIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button, type ButtonProps } from '@/components/ui/button'
import { useAnnounce } from '@/components/ui/live-region'
import { vmPagePath, type VmReference } from '@/lib/contract/vm-reference'
import { showsFile } from '@/lib/shared/moment'

export interface CopyLinkProps extends Pick<ButtonProps, 'variant' | 'size'> {
  readonly vm: VmReference
  readonly tenantId: string
}

/** Copies the link to a VM's page; where it cannot be copied, reads it out. A file is on no server: then there is no link. */
export function CopyLink({ vm, tenantId, ...button }: CopyLinkProps) {
  const t = useTranslations('vm.again')
  const announce = useAnnounce()
  if (showsFile()) return null
  const copy = () => {
    const link = new URL(vmPagePath(vm, tenantId), window.location.origin).href
    navigator.clipboard.writeText(link).then(
      () => announce(t('linkCopied')),
      () => announce(link),
    )
  }
  return (
    <Button {...button} icon={<LinkIcon size={16} aria-hidden />} onClick={copy}>
      {t('copyLink')}
    </Button>
  )
}
