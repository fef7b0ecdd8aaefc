/** Under which metadata key a controller's method says which route it serves. */
export const ROUTE_ID = 'inpage:route';
