/** What must be asked of the mail server itself, beside a directory or a table that it reads? That it forgets what it remembers, and ends who is inside. */

/** Every call has a time limit of its own and throws when the mail server could not be asked. */
export interface MailSessions {
  /** Forgets what the mail server remembers of logins of this address. */
  flush(address: string): Promise<void>;
  /** Ends the live sessions; how many remain. */
  end(address: string): Promise<number>;
  /** How many live sessions there are. */
  count(address: string): Promise<number>;
}
