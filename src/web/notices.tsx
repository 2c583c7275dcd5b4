import type { ComponentChild } from "preact";

interface NoticesProps {
  readonly notices: readonly string[];
  readonly onDismiss: () => void;
}

/** What is to be said about what was handed in; read out when it comes, and gone when it was read. */
export function Notices({ notices, onDismiss }: NoticesProps): ComponentChild {
  return (
    <div class="notices" role="alert">
      {notices.length > 0 && (
        <>
          <ul>
            {notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
          <button type="button" onClick={onDismiss}>
            Dismiss
          </button>
        </>
      )}
    </div>
  );
}
