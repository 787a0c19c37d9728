import type { ComponentChildren } from "preact";

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" fill="none" stroke="currentColor"
      stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">
      {children}
    </svg>
  );
}

export const ChatIcon = () => (
  <Icon>
    <path d="M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5Z" />
    <path d="M8.5 8.7h7M8.5 11.7h4.5" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m6.5 6.5 11 11m0-11-11 11" />
  </Icon>
);

export const SendIcon = () => (
  <Icon>
    <path d="M12 19V5m-6 6 6-6 6 6" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path d="m14.5 6-6 6 6 6" />
  </Icon>
);

export const NextIcon = () => (
  <Icon>
    <path d="m9.5 6 6 6-6 6" />
  </Icon>
);

/** The shop's mark: two peaks over a tarn. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 40 40" width="36" height="36" aria-hidden="true">
    <circle cx="20" cy="20" r="20" fill="#dfe8df" />
    <path d="m5.5 25.5 9-13 5.2 7.3 3.1-4 7.4 9.7Z" fill="#2c4a40" />
    <path d="M4.5 27h31a20 20 0 0 1-31 0Z" fill="#6f9aa6" />
    <path d="m14.5 12.5 2.9 4.1-2.2 1.6-3.4-1.8Z" fill="#f6f7f3" />
  </svg>
);
