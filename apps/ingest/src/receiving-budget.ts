import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@inpage/core';

/**
 * Holds the memory of bodies under way below a bound: each request reserves what it declares (or the most it may send, when
 * it declares nothing) before its first byte is read, and gives it back when its connection is done with it, however that ends.
 */
export class ReceivingBudget {
  #reserved = 0;

  constructor(
    private readonly maxBytes: number,
    private readonly changed: (reserved: number) => void,
  ) {}

  /** @throws AppError `too-many-requests`, `body-too-large` */
  reserve(request: FastifyRequest, reply: FastifyReply, maxBodyBytes: number): void {
    const declared = Number(request.headers['content-length'] ?? maxBodyBytes);
    if (declared > maxBodyBytes)
      throw new AppError('body-too-large', `At most ${maxBodyBytes} bytes; ${declared} were declared.`);
    if (this.#reserved + declared > this.maxBytes)
      throw new AppError('too-many-requests', 'Too many bodies are under way.');
    if (reply.raw.destroyed) return; // The client left while it was asked who it is, and nothing more will be told of it.
    this.#move(declared);
    let held = true;
    reply.raw.once('close', () => {
      if (held) this.#move(-declared);
      held = false;
    });
  }

  #move(bytes: number): void {
    this.#reserved += bytes;
    this.changed(this.#reserved);
  }
}
