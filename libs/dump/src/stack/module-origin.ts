/**
 * Whose a driver is, by its file name: a triage dump has no version resources. Kernel parts stand on every stack and are never
 * blamed. The second list holds drivers that come with Windows and are seen on crash stacks; a name that is on neither list is
 * taken for a third party's. Sources: the drivers of a plain Windows 7, 10 and 11, by their names in System32\drivers.
 */
const KERNEL = `ntoskrnl.exe ntkrnlmp.exe ntkrnlpa.exe ntkrpamp.exe nt hal.dll halmacpi.dll halacpi.dll kd.dll kdcom.dll
  dxgkrnl.sys watchdog.sys dxgmms1.sys dxgmms2.sys win32k.sys win32kbase.sys win32kfull.sys win32ksgd.sys cdd.dll ci.dll
  verifier.sys mcupdate.dll mcupdate_genuineintel.dll mcupdate_authenticamd.dll pshed.dll bootvid.dll clfs.sys tm.sys`;

const INBOX = `1394ohci.sys acpi.sys acpiex.sys acpipagr.sys acpipmi.sys afd.sys afunix.sys ahcache.sys amdk8.sys amdppm.sys
  appid.sys applockerfltr.sys asyncmac.sys atapi.sys ataport.sys bam.sys basicdisplay.sys basicrender.sys battc.sys beep.sys
  bindflt.sys bowser.sys bthenum.sys bthport.sys bthusb.sys cdfs.sys cdrom.sys cea.sys cimfs.sys classpnp.sys cldflt.sys
  clipsp.sys cmbatt.sys cmimcext.sys cng.sys compbatt.sys compositebus.sys condrv.sys crashdmp.sys csc.sys dam.sys dfsc.sys
  disk.sys dmvsc.sys drmk.sys dump_diskdump.sys dump_dumpfve.sys dump_storahci.sys dump_stornvme.sys dump_storport.sys
  dumpfve.sys dumpsd.sys dumpsdport.sys dumpstorport.sys dxapi.sys dxg.sys ehstorclass.sys errdev.sys exfat.sys fastfat.sys
  fdc.sys fileinfo.sys filetrace.sys fltmgr.sys flpydisk.sys fs_rec.sys fsdepends.sys fvevol.sys fwpkclnt.sys gpuenergydrv.sys
  hdaudbus.sys hdaudio.sys hidclass.sys hidparse.sys hidusb.sys http.sys hvsocket.sys hvservice.sys hwpolicy.sys
  hyperkbd.sys i8042prt.sys intelide.sys intelpep.sys intelppm.sys iorate.sys ipnat.sys kbdclass.sys kbdhid.sys kernel.sys
  ks.sys ksecdd.sys ksecpkg.sys ksthunk.sys lltdio.sys luafv.sys mmcss.sys modem.sys monitor.sys mouclass.sys mouhid.sys
  mountmgr.sys mpsdrv.sys mrxdav.sys mrxsmb.sys mrxsmb10.sys mrxsmb20.sys msahci.sys msfs.sys msgpioclx.sys msisadrv.sys
  msiscsi.sys mslldp.sys msrpc.sys mssecflt.sys mssmbios.sys mup.sys ndis.sys ndiscap.sys ndisimplatform.sys ndistapi.sys
  ndisuio.sys ndisvirtualbus.sys ndiswan.sys ndproxy.sys netbios.sys netbt.sys netio.sys npfs.sys npsvctrig.sys nsiproxy.sys
  ntfs.sys ntosext.sys null.sys nwifi.sys pacer.sys partmgr.sys pci.sys pciide.sys pciidex.sys pcw.sys pdc.sys peauth.sys
  portcls.sys processr.sys rasacd.sys rasl2tp.sys raspppoe.sys raspptp.sys rassstp.sys rdbss.sys rdpbus.sys rdpdr.sys
  rdyboost.sys refs.sys refsv1.sys registry.sys rspndr.sys sbp2port.sys scsiport.sys sdbus.sys sdport.sys sdstor.sys
  secdrv.sys serenum.sys serial.sys sfloppy.sys sgrmagent.sys sleepstudyhelper.sys smbdirect.sys spaceport.sys spacedump.sys
  srv.sys srv2.sys srvnet.sys stdcci.sys storahci.sys stornvme.sys storport.sys storqosflt.sys storufs.sys storvsc.sys
  storvsp.sys swenum.sys tbs.sys tcpip.sys tcpip6.sys tcpipreg.sys tdi.sys tdtcp.sys tdx.sys termdd.sys tpm.sys tunnel.sys
  uaspstor.sys ucx01000.sys ucmcx.sys udfs.sys umbus.sys usbccgp.sys usbd.sys usbehci.sys usbhub.sys usbhub3.sys usbohci.sys
  usbport.sys usbstor.sys usbuhci.sys usbxhci.sys vdrvroot.sys vhdmp.sys videoprt.sys vid.sys vmbkmcl.sys vmbus.sys
  vmbusr.sys volmgr.sys volmgrx.sys volsnap.sys volume.sys vwififlt.sys vwifimp.sys wanarp.sys wcifs.sys wdboot.sys
  wdfilter.sys wdf01000.sys wdfldr.sys wdnisdrv.sys werkernel.sys wfplwfs.sys wimmount.sys windowstrustedrt.sys
  windowstrustedrtproxy.sys winhv.sys winhvr.sys winnat.sys wmiacpi.sys wmilib.sys wof.sys wpdupfltr.sys wpprecorder.sys
  wscvreg.sys wudfpf.sys wudfrd.sys`;

const names = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));
const kernel = names(KERNEL);
const inbox = names(INBOX);

/** `kernel`: part of it, on every stack. `windows`: comes with Windows. `third-party`: anybody else's. */
export type ModuleOrigin = 'kernel' | 'windows' | 'third-party' | 'unknown';

export function originOf(name: string | undefined): ModuleOrigin {
  if (name === undefined) return 'unknown';
  const lower = name.toLowerCase();
  if (kernel.has(lower)) return 'kernel';
  return inbox.has(lower) ? 'windows' : 'third-party';
}
