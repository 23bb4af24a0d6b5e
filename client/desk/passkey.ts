/** Asking the browser for a passkey: the desk alone, and only when somebody wants one. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

/** Whether this browser gives passkeys on this page's address. */
export function passkeysHere(): 'possible' | 'notSecure' | 'notNumber' | 'notHere' {
  if (!window.isSecureContext) return 'notSecure';
  if (/^\[|^[\d.]+$/.test(location.hostname)) return 'notNumber';
  return 'PublicKeyCredential' in window ? 'possible' : 'notHere';
}

/** One is made on this device, or on one that it asks; null: it did not come to that. */
export async function makePasskey(options: object): Promise<object | null> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  try {
    return await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON });
  } catch {
    return null;
  }
}

/** The person chooses one; null: none came. */
export async function showPasskey(options: object): Promise<object | null> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  try {
    return await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON });
  } catch {
    return null;
  }
}
