import type { ReactNode } from 'react';
import { createContext, useContext, useState } from 'react';

interface TourState {
  readonly isOpen: boolean;
  setOpen(isOpen: boolean): void;
}

const TourContext = createContext<TourState>({ isOpen: false, setOpen: () => undefined });

/** Whether the tour is under way: the menu and the offer both begin it. */
export function TourProvider({ children }: { readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return <TourContext value={{ isOpen, setOpen }}>{children}</TourContext>;
}

export function useTour(): TourState {
  return useContext(TourContext);
}
