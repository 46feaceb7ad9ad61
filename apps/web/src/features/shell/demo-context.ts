import { createContext, useContext } from 'react';

/** Whether the pages show a demonstration. */
export const DemoContext = createContext(false);

/** Whether what is shown is a demonstration: whatever leaves the page says so. */
export function useDemo(): boolean {
  return useContext(DemoContext);
}
