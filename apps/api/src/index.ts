export * from './api-config.js';
export * from './api.module.js';
export * from './openapi/document.js';
export * from './sign-in/auth.js';
export * from './sign-in/first-administrator.js';
export { cellWindow } from './paging/window.js';
