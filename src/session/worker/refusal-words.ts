import type { TokenRefusal } from '#/api/token-answer'

/**
 * What a person reads when the server refuses a sign-in for a reason that is known. The server's own words name a
 * "two-step token" and stop there; these say what to do. Kinds without words keep the server's sentence.
 */
export const refusalWords: Partial<Record<TokenRefusal['kind'], string>> = {
  'wrong-password':
    'E-mail and master password do not fit together. Check both; capital letters and spaces count.',
  'wrong-two-factor-code':
    'This code is not accepted: mistyped, used before, or too old. Type the newest one that you have.',
  'wrong-device-code':
    'This code is not accepted: mistyped, used before, or too old. Type the newest one from your mail.',
  'sso-required':
    'Your organization demands single sign-on, which does not work here. Use a personal API key with your master password instead.',
  'client-too-old':
    'The server wants a newer client than this console. Tell whoever runs the console to update it.',
}
