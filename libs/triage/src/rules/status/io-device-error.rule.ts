import { claim, type Rule } from '../rule.js';
import { failedWith, recordedStatus, STATUS_IO_DEVICE_ERROR, statusText } from '../recorded-status.js';
import { behindVirtualLayer } from '../virtual-layer.js';

/**
 * The class driver gives this status for bus resets, CRC errors, aborted commands and everything it does not know, so it is
 * not always the cable: Microsoft's own cases were a controller's firmware (Q137967) and two devices on one IRQ (Q133183).
 */
export const statusIoDeviceError: Rule = {
  id: 'status/io-device-error',
  doc: 'STATUS_IO_DEVICE_ERROR is the catch-all of the class driver: mostly the link, sometimes the controller, seldom the disk.',
  source: 'https://github.com/microsoft/Windows-driver-samples/blob/26a27df8/storage/class/classpnp/src/class.c',
  weight: 3,
  test(facts) {
    const entry = recordedStatus(facts);
    if (entry?.code !== STATUS_IO_DEVICE_ERROR) return [];
    const share = behindVirtualLayer(facts) ? 0.5 : 1;
    return [
      claim('link', 3 * share, `${failedWith(facts, entry)}, most often a reset or a transfer error on the way.`),
      claim('controller', 1.5, `${statusText(entry)} has also come from controller firmware and drivers.`),
      claim('media', 1 * share, `${statusText(entry)} is also what older drivers make of a fault inside the drive.`),
    ];
  },
};
