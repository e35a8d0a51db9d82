export const words = (text: string) => text.split(/\s+/).filter(Boolean).length;
