/**
 * A name, an id or a value that belongs to no language, isolated so that its characters do not change the direction of
 * the text around it.
 */
export function Literal({ text }: { readonly text: string }) {
  return (
    <code className="font-mono text-code">
      <bdi>{text}</bdi>
    </code>
  )
}
