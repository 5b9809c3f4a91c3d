import { classNames } from './class-names'

export type ButtonVariant = 'ink' | 'outlined' | 'quiet'
export type ButtonSize = 'normal' | 'small' | 'large'

const variants: Readonly<Record<ButtonVariant, string>> = {
  ink: 'bg-ink text-on-ink border-ink font-medium forced-colors:bg-[ButtonFace] forced-colors:text-[ButtonText]',
  outlined: 'bg-surface text-text border-control hover:bg-hover font-medium',
  quiet: 'bg-transparent text-text-2 border-transparent hover:bg-hover hover:text-text forced-colors:border-[Canvas]',
}

const sizes: Readonly<Record<ButtonSize, string>> = {
  normal: 'min-h-11 px-3 narrow:min-h-8',
  small: 'min-h-9 px-2 narrow:min-h-7',
  large: 'min-h-11 px-4',
}

/** Class names of a button, shared with links styled as buttons. At most one ink button per view. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize, disabled = false): string {
  return classNames(
    'inline-flex items-center justify-center gap-2 rounded-control border text-body leading-5 whitespace-nowrap print:hidden',
    sizes[size],
    disabled ? 'border-line bg-sunken text-text-3' : variants[variant],
  )
}
