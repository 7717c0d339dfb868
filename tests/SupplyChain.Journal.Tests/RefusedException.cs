namespace SupplyChain.Journal;

/// <summary>A <see cref="World"/> was told to do what its rules refuse.</summary>
internal sealed class RefusedException(string message) : Exception(message);
