import { byManager, guest, guestCheckStep } from './parts'
import type { Step } from './types'
import type { StepKind } from './kinds'

const metadata = 'http://169.254.169.254/metadata/instance?api-version=2021-02-01'
const linuxLog = '/var/log/azure/Microsoft.Azure.Security.AzureDiskEncryptionForLinux'
const windowsLog = 'C:\\WindowsAzure\\Logs\\Plugins\\Microsoft.Azure.Security.AzureDiskEncryption'

/**
 * What only the VM itself shows. Every command only reads.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-troubleshooting
 */
export const guestChecks = {
  'see-what-holds-root': guestCheckStep(
    guest(
      'sudo fuser -vm /\nsystemctl list-units --type=service --state=running\nls -d /usr/sap /etc/init.d/mongodb /etc/init.d/cassandra /etc/init.d/docker 2>/dev/null',
      null,
    ),
  ),
  'see-what-holds-data': guestCheckStep(
    guest("findmnt -rn -o TARGET,SOURCE,FSTYPE\nsudo fuser -vm '<MOUNT-POINT>'", null),
  ),
  'see-selinux': guestCheckStep(guest('getenforce\ngrep ^SELINUX= /etc/selinux/config', null)),
  'see-mounts': guestCheckStep(guest('findmnt -rn -o TARGET,SOURCE\ncat /etc/fstab', null)),
  'see-memory-use': guestCheckStep(guest('df -BG --output=used /\ngrep MemTotal /proc/meminfo', null)),
  'see-lvm-layout': guestCheckStep(guest('lsblk -o NAME,TYPE,MOUNTPOINT\nsudo lvs -o lv_name,vg_name,lv_size', null)),
  'see-file-systems': guestCheckStep(guest('lsblk -o NAME,TYPE,FSTYPE,SIZE,MOUNTPOINT', null)),
  'see-encryption-inside': guestCheckStep(
    guest('lsblk -o NAME,TYPE,FSTYPE,LABEL,SIZE,RO,MOUNTPOINT\nsudo dmsetup ls --target crypt', 'manage-bde -status'),
  ),
  // https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/BekUtilVolumeImpl.py
  // https://learn.microsoft.com/windows-server/administration/windows-commands/automount
  'see-key-volume': guestCheckStep(
    guest(
      'lsblk -o NAME,SIZE,FSTYPE,LABEL,MOUNTPOINT\nsudo ls -l /mnt/azure_bek_disk',
      "Get-Volume | Where-Object FileSystemLabel -eq 'BEK Volume'\nreg.exe query HKLM\\SYSTEM\\CurrentControlSet\\Services\\mountmgr /v NoAutoMount",
    ),
  ),
  'see-extension-log': guestCheckStep(
    guest(
      `sudo tail -n 200 ${linuxLog}/*/extension.log`,
      `Get-ChildItem -Recurse -File '${windowsLog}' | Sort-Object LastWriteTime | Select-Object -Last 1 | Get-Content -Tail 200`,
    ),
  ),
  'see-package-manager': guestCheckStep(
    // Each fetches the lists of packages, which fails where no repository can be reached; apt has no dry run for that. The
    // second command of apt waits for the lock of an installation, which the first one does not need.
    // https://manpages.debian.org/apt-get.8
    guest(
      byManager({
        apt: 'sudo apt-get update && sudo apt-get check',
        tdnf: 'sudo tdnf makecache',
        zypper: 'sudo zypper refresh',
        yum: 'sudo subscription-manager status; sudo yum makecache',
      }),
      null,
    ),
  ),
  'see-metadata-service': guestCheckStep(
    guest(
      `curl -sS -m 10 --noproxy '*' -H Metadata:true '${metadata}'`,
      `(New-Object Net.WebClient -Property @{Proxy=$null;Headers=@{Metadata='true'}}).DownloadString('${metadata}')`,
    ),
  ),
  'see-platform-address': guestCheckStep(
    guest(
      'sudo curl -sS -m 10 --noproxy \'*\' \'http://168.63.129.16/?comp=versions\'\nfor port in 80 32526; do timeout 5 bash -c "</dev/tcp/168.63.129.16/$port" && echo "$port open" || echo "$port closed"; done',
      'Test-NetConnection 168.63.129.16 -Port 80\nTest-NetConnection 168.63.129.16 -Port 32526',
    ),
  ),
  'see-proxy': guestCheckStep(
    guest('env | grep -i proxy\ngrep -i HttpProxy /etc/waagent.conf', 'netsh winhttp show proxy'),
  ),
  'see-agent-inside': guestCheckStep(
    guest(
      'sudo waagent --version\nsystemctl status walinuxagent waagent --no-pager\ngrep AutoUpdate /etc/waagent.conf',
      'Get-Service WindowsAzureGuestAgent,RdAgent',
    ),
  ),
  'see-winrm': guestCheckStep(guest(null, 'Get-Service WinRM,Winmgmt\nwinrm.cmd enumerate winrm/config/listener')),
  // https://github.com/Azure/azure-linux-extensions/issues/2035
  'see-key-file': guestCheckStep(
    guest(
      'lsblk -o NAME,LABEL,MOUNTPOINT | grep -i bek\nsudo find /mnt/azure_bek_disk -type f -printf "%s bytes  %p\\n"',
      null,
    ),
  ),
  // Opens nothing: only the passphrase is checked. The header of the OS volume is a file.
  // https://man7.org/linux/man-pages/man8/cryptsetup-open.8.html
  'test-key-file': guestCheckStep(
    guest(
      'key=/mnt/azure_bek_disk/LinuxPassPhraseFileName\nsudo cryptsetup luksOpen --test-passphrase --key-file "$key" \'<DATA-DEVICE>\' && echo opens\nsudo cryptsetup luksOpen --test-passphrase --header /boot/luks/osluksheader --key-file "$key" \'<OS-DEVICE>\' && echo opens',
      null,
    ),
  ),
  // A disk whose luksAddKey failed does not open with the new key. https://github.com/Azure/azure-linux-extensions/issues/2035
  'test-new-key': guestCheckStep(
    guest(
      "key='<PATH-OF-NEW-KEY-FILE>'\nsudo cryptsetup luksOpen --test-passphrase --key-file \"$key\" '<EACH-DATA-DEVICE>' && echo opens\nsudo cryptsetup luksOpen --test-passphrase --header /boot/luks/osluksheader --key-file \"$key\" '<OS-DEVICE>' && echo opens",
      null,
    ),
    'do',
  ),
  'see-modules': guestCheckStep(
    guest('sudo modprobe -n -v vfat\nsudo modprobe -n -v dm_crypt\ngrep -r -e vfat -e dm_crypt /etc/modprobe.d', null),
  ),
  'see-kernel': guestCheckStep(guest('uname -r\ncat /etc/os-release\ncommand -v python2 python3', null)),
  // https://github.com/Azure/azure-linux-extensions/issues/1240
  'see-boot-packages': guestCheckStep(
    guest(
      "if command -v dpkg >/dev/null; then dpkg -l 'grub*' cryptsetup-initramfs; sudo dpkg --audit; else rpm -qa 'grub2*' 'dracut*' 'nmap-ncat*'; fi\ndf -h /boot",
      null,
    ),
  ),
  'see-bitlocker-policy': guestCheckStep(
    guest(
      null,
      'gpresult /scope computer /v\nreg query HKLM\\SOFTWARE\\Policies\\Microsoft\\FVE /s\nGet-Service MBAMAgent -ErrorAction SilentlyContinue',
    ),
  ),
  'see-windows-volumes': guestCheckStep(
    guest(
      null,
      'Get-Disk\nGet-Partition | Sort-Object DiskNumber,Offset\nGet-Volume\nGet-StoragePool\nmanage-bde -status',
    ),
  ),
  'see-server-core-tool': guestCheckStep(guest(null, 'where.exe bdehdcfg')),
} satisfies Partial<Record<StepKind, Step>>
