/** What a tenant's name may be, in settings and in requests: it becomes part of an address. */
export const tenantName = /^[A-Za-z][A-Za-z0-9_-]{0,62}$/;
