import type { ComponentChild } from "preact";
import type { Offer } from "./offer.ts";

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

interface PastedOverProps {
  readonly offer: Offer;
  readonly onAnswer: (as: "another host" | "compared" | null) => void;
}

/** Asks what a text is that was pasted where another one stood. */
export function PastedOver({ offer: { how }, onAnswer }: PastedOverProps): ComponentChild {
  return (
    <div class="notices" role="status">
      <p>
        {how === "overwritten"
          ? "What you pasted has replaced the text that was here."
          : "What you pasted is now part of the text that was here, as if both were one server."}
      </p>
      <p class="tab-actions">
        <button type="button" onClick={() => onAnswer("another host")}>
          It is another host: keep both
        </button>
        <button type="button" onClick={() => onAnswer("compared")}>
          Compare the two
        </button>
        <button type="button" onClick={() => onAnswer(null)}>
          Leave it
        </button>
      </p>
    </div>
  );
}
