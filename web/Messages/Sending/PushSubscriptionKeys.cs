namespace CapacityBoard.Messages.Sending;

/// <summary>What a device's messages are encrypted and signed with, each in base64url.</summary>
/// <param name="P256dh">The device's public key.</param>
/// <param name="Auth">The secret that it shares with this board.</param>
/// <param name="Key">This board's public key at the time.</param>
internal sealed record PushSubscriptionKeys(string P256dh, string Auth, string Key);
