namespace SupplyChain.Journal;

/// <summary>The append's deadline passed before it was sent. Nothing of it landed.</summary>
public sealed class DeadlineExpiredException(string message, Exception? inner = null) : Exception(message, inner);
