import type { ByteView } from '../bytes/byte-view.js';

/** What hypervisors answer to CPUID leaf 0x40000000, and who says so. Source: their documentation and the Linux kernel. */
const SIGNATURES = {
  'Microsoft Hv': 'Hyper-V',
  VBoxVBoxVBox: 'VirtualBox',
  VMwareVMware: 'VMware',
  KVMKVMKVM: 'KVM',
  TCGTCGTCGTCG: 'QEMU',
  XenVMMXenVMM: 'Xen',
  ' lrpepyh  vr': 'Parallels',
  'prl hyperv  ': 'Parallels',
  'bhyve bhyve ': 'bhyve',
  ACRNACRNACRN: 'ACRN',
} as const;

export type Hypervisor = (typeof SIGNATURES)[keyof typeof SIGNATURES];

const MOST_BYTES = 1024;

/** The block holds raw CPUID leaves; where in them the signature lies was seen in one dump only, so it is looked for. */
export function readHypervisor(view: ByteView): Hypervisor | undefined {
  const text = String.fromCharCode(...view.bytes.subarray(0, MOST_BYTES));
  return Object.entries(SIGNATURES).find(([signature]) => text.includes(signature))?.[1];
}
