export enum Names {
  Fast = "llama-3.1-8b-instant",
  Large = "llama-3.3-70b-versatile",
}
