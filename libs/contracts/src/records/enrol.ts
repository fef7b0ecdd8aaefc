import { z } from 'zod';

/** POST /v1/enrol, with an enrolment key as bearer. */
export const enrolRequest = z
  .object({
    computer: z.string().min(1).max(256).describe('DNS name of the computer, else its NetBIOS name'),
    smbiosUuid: z.uuid().optional().describe('SMBIOS system UUID: survives re-imaging'),
    machineGuid: z
      .uuid()
      .optional()
      .describe('HKLM\\SOFTWARE\\Microsoft\\Cryptography MachineGuid: survives a reinstalled agent'),
  })
  .strict();
export type EnrolRequest = z.infer<typeof enrolRequest>;

/** The secret is shown once and stored as a hash only. */
export const enrolResponse = z.object({
  machineId: z.uuid(),
  secret: z.string().describe('Bearer credential of this machine for POST /v1/records'),
});
export type EnrolResponse = z.infer<typeof enrolResponse>;
