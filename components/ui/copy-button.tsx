'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { buttonStyle } from './button-style'
import { IconButton } from './icon-button'
import { useAnnounce } from './live-region'

export interface CopyButtonProps {
  /** Exactly the text that is copied to the clipboard. */
  readonly text: string
  /** Label of the button, such as "Copy". */
  readonly label: string
  readonly copiedLabel: string
  readonly failedLabel: string
  /** True for a button without visible words. */
  readonly iconOnly?: boolean
  readonly className?: string
}

const shownMs = 2000

/** Copies, shows a tick for two seconds and announces it to screen readers. */
export function CopyButton({ text, label, copiedLabel, failedLabel, iconOnly = false, className }: CopyButtonProps) {
  const announce = useAnnounce()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), shownMs)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(true)
        announce(copiedLabel)
      },
      () => announce(failedLabel),
    )
  }
  const icon = copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />
  if (iconOnly) {
    return <IconButton label={copied ? copiedLabel : label} icon={icon} onClick={copy} className={className} />
  }
  return (
    <button type="button" onClick={copy} className={`${buttonStyle('quiet', 'small')} ${className ?? ''}`}>
      {icon}
      {copied ? copiedLabel : label}
    </button>
  )
}
