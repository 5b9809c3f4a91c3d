import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react'
import { classNames } from './class-names'

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'size'> {
  readonly label: ReactNode
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly ref?: Ref<HTMLInputElement>
}

/** One line of text with its label, hint and error. */
export function TextField({ label, value, onChange, hint, error, className, ref, ...rest }: TextFieldProps) {
  const id = useId()
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={classNames('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-meta font-medium text-text-2">
        {label}
      </label>
      <input
        {...rest}
        ref={ref}
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-11 rounded-control border border-control bg-surface px-2.5 text-body narrow:min-h-8"
        {...(described === '' ? {} : { 'aria-describedby': described })}
        {...(error === undefined ? {} : { 'aria-invalid': true })}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-meta text-text-3">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="state-failed text-meta text-word">
          {error}
        </p>
      )}
    </div>
  )
}
