import type { TextVerdict } from '@/lib/encryption/types'

/**
 * Whether the extension reports data volumes of which the text lists no disk. `az vm encryption show` prints no model of
 * the VM: its list of disks can be shortened.
 * @param isModel whether the text contains the model of the VM
 */
export const hidesDataDisks = ({ data: { total, reported } }: Pick<TextVerdict, 'data'>, isModel: boolean): boolean =>
  !isModel && total === 0 && reported !== null && reported !== 'NotMounted'
