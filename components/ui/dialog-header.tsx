import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from './icon-button'

export interface DialogHeaderProps {
  /** Id of the heading that names the dialog. */
  readonly id: string
  readonly title: string
  readonly onClose: () => void
}

/** The header of a dialog: its name and its close button. */
export function DialogHeader({ id, title, onClose }: DialogHeaderProps) {
  const ui = useTranslations('ui')
  return (
    <header className="flex items-center justify-between border-b border-line py-2 pr-2 pl-4">
      <h2 id={id} className="text-section font-semibold">
        {title}
      </h2>
      <IconButton tooltip={false} label={ui('close')} icon={<X size={16} aria-hidden />} onClick={onClose} />
    </header>
  )
}
