import type { Abstract, FactoryProvider, Type } from '@nestjs/common';

/** Provides a class that knows nothing of Nest. A port in the wrong place does not compile. */
export const wire = <T, D extends unknown[]>(
  use: new (...dependencies: D) => T,
  ...inject: { [K in keyof D]: Abstract<D[K]> | Type<D[K]> | symbol }
): FactoryProvider<T> => ({
  provide: use,
  inject: inject as never,
  useFactory: (...d: unknown[]) => new use(...(d as D)),
});
