namespace SupplyChain.Access;

/// <summary>
/// The caller showed no key that is accepted, or one whose role may not do that; nothing was stored. The same again
/// is refused again.
/// </summary>
/// <param name="message">What is missing, for people.</param>
/// <param name="isKnown">Whether the key was accepted, and only its role is too small.</param>
[GenerateSerializer, Alias("access-denied")]
public sealed class AccessDeniedException(string message, bool isKnown = false) : Exception(message)
{
    /// <summary>Whether the caller is known, and its role may not do that.</summary>
    [Id(0)] public bool IsKnown { get; } = isKnown;
}
