// What the browser takes and gives as bytes, the server gives and takes as JSON. Browsers that convert it themselves (since 2023 to
// 2025) do the same; this works in those before, too.

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), letter => letter.charCodeAt(0));

const textOf = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const descriptorsOf = (descriptors: PublicKeyCredentialDescriptorJSON[] | undefined): PublicKeyCredentialDescriptor[] =>
  (descriptors ?? []).map(({ id, transports }) => ({
    type: "public-key",
    id: bytesOf(id),
    ...(transports && { transports: transports as AuthenticatorTransport[] }),
  }));

export const creationOf = (json: Omit<PublicKeyCredentialCreationOptionsJSON, "extensions">): PublicKeyCredentialCreationOptions =>
  ({
    ...json,
    challenge: bytesOf(json.challenge),
    user: { ...json.user, id: bytesOf(json.user.id) },
    excludeCredentials: descriptorsOf(json.excludeCredentials),
  }) as PublicKeyCredentialCreationOptions;

export const requestOf = (json: Omit<PublicKeyCredentialRequestOptionsJSON, "extensions">): PublicKeyCredentialRequestOptions =>
  ({
    ...json,
    challenge: bytesOf(json.challenge),
    allowCredentials: descriptorsOf(json.allowCredentials),
  }) as PublicKeyCredentialRequestOptions;

const responseOf = (response: AuthenticatorResponse): object => {
  const clientDataJSON = textOf(response.clientDataJSON);
  if (response instanceof AuthenticatorAttestationResponse) {
    return { clientDataJSON, attestationObject: textOf(response.attestationObject), transports: response.getTransports() };
  }
  const { authenticatorData, signature, userHandle } = response as AuthenticatorAssertionResponse;
  return {
    clientDataJSON,
    authenticatorData: textOf(authenticatorData),
    signature: textOf(signature),
    userHandle: userHandle ? textOf(userHandle) : null,
  };
};

export const answerOf = (credential: PublicKeyCredential): object => ({
  id: credential.id,
  rawId: textOf(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment,
  clientExtensionResults: credential.getClientExtensionResults(),
  response: responseOf(credential.response),
});
