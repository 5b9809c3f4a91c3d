/** A path of Linux, absolute. One character class that nothing before it shares: linear in the text. */
const linuxPath = /(?<![\w./\\-])\/(?!\/)[^\s"'<>`,;:()[\]{}|\\]{1,1000}/g
const windowsPath = /(?<![\w\\])[A-Za-z]:\\{1,4}[^\s"'<>`,;:()[\]{}|/]{1,1000}/g
/** `CONTOSO\ann`: a domain of at most 15 characters, and a user. */
const account = /(?<![\w:\\./$-])[A-Za-z][\w-]{0,14}\\{1,2}[\w.$-]{2,64}(?![\w\\])/g
const systemAccount = /^(?:authority|builtin|autorité|workgroup)\\/i

/** Names that the operating system, the agent and the extension give, on every VM alike. */
const systemNames = new Set(
  [
    'var lib lib64 libexec log waagent etc dev mnt media boot usr local bin sbin tmp opt root proc sys run home data',
    'oldroot memroot efi grub grub2 main mapper disk block class devices virtual by-id by-uuid by-path by-partuuid azure',
    'by-label by-partlabel cloud scsi0 scsi1 resource cdrom fstab crypttab mtab default modules dracut.conf.d dracut',
    'initramfs-tools hooks scripts conf.d systemd system udev rules.d osencrypt osencrypt-locked azure_crypt_mount',
    'azure_bek_disk bek bekvol luks luks_header osluksheader encrypted_disks os data_disk rootvg python python2 python3 site-packages',
    'dist-packages encodings json subprocess oscrypto common config status settings state lock pid scsi_host host_removed',
    'cryptsetup resolv.conf hosts lost+found null zero urandom random shm console tty ttyS0 kmsg self mounts cmdline',
    'windows system32 syswow64 drivers packages plugins windowsazure logs program files programdata users documents public temp',
    'appdata microsoft.net framework64 framework inetpub recovery pagefile.sys',
  ].flatMap((line) => line.split(' ')),
)
const systemForms =
  /^(?:(?:sd|hd|vd|xvd)[a-z]{1,2}\d{0,3}|nvme\d{1,3}(?:n\d{1,3}(?:p\d{1,3})?)?|dm-\d{1,3}|md\d{1,3}|loop\d{1,3}|sr\d|lun\d{1,2}(?:-part\d{1,3})?|azure_data_disk\d{0,3}|(?:root|usr|var|home|tmp|opt|swap|boot)(?:lv|vg)?|rootvg-\w{1,8}lv|wd\d{0,2}|python\d(?:\.\d{1,2})?|(?:v|s)?\d[\d.]{0,20}|initr(?:d|amfs)[\w.-]{0,80}|vmlinuz[\w.-]{0,80}|scsi-[0-9a-f]{1,40}|[\w-]{1,60}\.(?:py|pyc|sh|exe|dll|log|json|status|settings|conf|cfg|service|rules|so|ko)|\W{1,5})$/i

/** The folder of an extension or of the agent: all below it is theirs. */
const extensionFolder = /^(?:WALinuxAgent|Microsoft\.|AzureDiskEncryption)/
/** The part behind one of these is a user, whom another rule redacts. */
const folderOfUsers = new Set(['home', 'users'])

const isSystem = (part: string): boolean =>
  part.length < 2 || systemNames.has(part.toLowerCase()) || systemForms.test(part)

/** The end of a path from its first part that may be a customer's name; null where no part is. */
function namedPart(path: string, separator: string, start: number): { start: number; end: number } | null {
  let at = start
  let before = ''
  for (const part of path.split(separator)) {
    if (extensionFolder.test(part)) return null
    const bare = part.replace(/[.!?]{1,3}$/, '')
    if (!folderOfUsers.has(before) && !isSystem(bare)) return { start: at, end: start + path.length }
    at += part.length + separator.length
    before = part.toLowerCase()
  }
  return null
}

export interface NamedPath {
  readonly kind: 'path' | 'user'
  readonly start: number
  readonly end: number
}

/**
 * Finds mount points, folders, logical volumes and accounts that may carry a customer's name: a path from its first
 * part that is none of the operating system's, the agent's or the extension's, and `DOMAIN\user`. Offsets into the text.
 * Linear in the text.
 */
export function namedPaths(text: string): readonly NamedPath[] {
  const found: NamedPath[] = []
  for (const [pattern, separator] of [
    [linuxPath, '/'],
    [windowsPath, '\\'],
  ] as const) {
    for (const { 0: path, index } of text.matchAll(pattern)) {
      const drive = separator === '/' ? 0 : 2
      const place = namedPart(path.slice(drive), separator, index + drive)
      if (place !== null) found.push({ kind: 'path', ...place })
    }
  }
  for (const { 0: name, index } of text.matchAll(account)) {
    const [domain = ''] = name.split('\\')
    if (!systemAccount.test(name) && !isSystem(domain))
      found.push({ kind: 'user', start: index, end: index + name.length })
  }
  return found
}
