import { actInside, guest } from './parts'
import type { Step } from './types'
import type { StepKind } from './kinds'

// `nouuid` is an option of XFS alone, which refuses a copy while the original is mounted; other file systems take the first.
const mountBoth = (device: string, place: string): string =>
  `sudo mount ${device} ${place} || sudo mount -o nouuid ${device} ${place}`

/**
 * In the repair VM, never in the VM itself: an unlocked copy of the disk, repaired and closed again. `az vm repair create`
 * may have opened and mounted it already, at the same places.
 * https://github.com/Azure/azure-cli-extensions/blob/13373eeb876f61e94897a4103cce6fc01f5e29e0/src/vm-repair/azext_vm_repair/scripts/linux-mount-encrypted-disk.sh
 * https://github.com/MicrosoftDocs/SupportArticles-docs/blob/0bfc480974c31e711009fdef50d6638766a5f2e9/support/azure/virtual-machines/linux/unlock-encrypted-linux-disk-offline-repair.md
 * https://learn.microsoft.com/troubleshoot/azure/virtual-machines/windows/unlock-encrypted-disk-offline
 */
export const repairSteps = {
  'unlock-repair-disk': actInside(
    'harmless',
    guest(
      [
        'lsblk -o NAME,TYPE,SIZE,FSTYPE,LABEL,PARTLABEL,MOUNTPOINT',
        'sudo mkdir -p /mnt/azure_bek_disk /investigateboot /investigateroot',
        `findmnt /mnt/azure_bek_disk || sudo mount -L 'BEK VOLUME' /mnt/azure_bek_disk`,
        mountBoth("'<BOOT-PARTITION-OF-COPY>'", '/investigateboot'),
        "test -e /dev/mapper/osencrypt || sudo cryptsetup luksOpen --key-file /mnt/azure_bek_disk/LinuxPassPhraseFileName --header /investigateboot/luks/osluksheader '<OS-PARTITION-OF-COPY>' osencrypt",
      ].join('\n'),
      "Get-Volume\nmanage-bde -unlock '<DRIVE-OF-COPY>' -RecoveryKey '<PATH-OF-KEY-FILE>'",
    ),
  ),
  // One image gives the groups of both VMs the same IDs: the copy gets others, and another name for the time being.
  // https://man7.org/linux/man-pages/man8/vgimportclone.8.html
  'import-volume-group': actInside(
    ['renames-volume-group'],
    guest(
      [
        'findmnt -R /investigateroot',
        'sudo pvs -o pv_name,vg_name,vg_uuid',
        'sudo vgimportclone -n rescuemevg /dev/mapper/osencrypt',
        'sudo vgchange -a y rescuemevg',
        mountBoth('/dev/rescuemevg/rootlv', '/investigateroot'),
      ].join('\n'),
      null,
    ),
  ),
  // LVM refuses a name that another group has. https://man7.org/linux/man-pages/man8/vgrename.8.html
  'restore-group-name': actInside(
    ['renames-volume-group', 'loses-repair-vm'],
    guest(
      [
        'sudo vgs -o vg_name,vg_uuid',
        "if sudo vgs rescuemevg && sudo vgs '<OLD-NAME-OF-COPY>'; then sudo vgrename '<OLD-NAME-OF-COPY>' oldvg; fi",
        "if sudo vgs rescuemevg; then sudo vgrename rescuemevg '<OLD-NAME-OF-COPY>'; fi",
      ].join('\n'),
      null,
    ),
  ),
  // Since RHEL 9.3, grub2-mkconfig leaves the boot entries alone without --update-bls-cmdline.
  // https://docs.redhat.com/en/documentation/red_hat_enterprise_linux/9/html/managing_monitoring_and_updating_the_kernel/configuring-kernel-command-line-parameters_managing-monitoring-and-updating-the-kernel
  // https://man7.org/linux/man-pages/man8/dracut.8.html https://manpages.debian.org/update-initramfs.8
  'rebuild-boot-files': actInside(
    'harmless',
    guest(
      [
        `findmnt /investigateroot || ${mountBoth('/dev/mapper/osencrypt', '/investigateroot')}`,
        `for lv in usr var; do findmnt /investigateroot/$lv || ${mountBoth("'/dev/<OLD-NAME-OF-COPY>'/${lv}lv", '/investigateroot/$lv')}; done`,
        `findmnt /investigateroot/boot || ${mountBoth("'<BOOT-PARTITION-OF-COPY>'", '/investigateroot/boot')}`,
        "findmnt /investigateroot/boot/efi || sudo mount '<EFI-PARTITION-OF-COPY>' /investigateroot/boot/efi",
        'for dir in dev dev/pts proc sys run; do sudo mount --bind /$dir /investigateroot/$dir; done',
        'sudo grep -rs rd.luks.ade /investigateroot/etc/default/grub /investigateroot/boot/loader/entries /investigateroot/boot/grub2',
        "sudo chroot /investigateroot sh -c 'if command -v update-initramfs; then update-initramfs -u -k all; else dracut -f -v --regenerate-all; fi'",
      ].join('\n'),
      null,
    ),
  ),
  'close-repair-disk': actInside(
    'harmless',
    guest(
      [
        'sudo umount -R /investigateroot /investigateboot',
        'lsblk -o NAME,TYPE,MOUNTPOINT /dev/mapper/osencrypt',
        "if sudo vgs '<OLD-NAME-OF-COPY>'; then sudo vgchange -a n '<OLD-NAME-OF-COPY>'; fi",
        'sudo cryptsetup luksClose osencrypt',
      ].join('\n'),
      null,
    ),
  ),
} satisfies Partial<Record<StepKind, Step>>
